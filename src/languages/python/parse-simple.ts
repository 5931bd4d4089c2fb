//! Statements of Python that fit on a line: imports, assignments, expressions, `return`.

import { parseExpression } from '../source-code/parse-expression.ts';
import { passType } from '../source-code/parse-function.ts';
import {
  isAtLineEnd,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  takeWord,
  textAt,
} from '../source-code/reader.ts';
import type { Code, ImportedName, Statement } from '../source-code/tree.ts';

/** `undefined` for what says nothing: `pass`, `global x`. */
export function parseSimple(reader: Reader): readonly Statement[] | undefined {
  const token = peek(reader);
  if (token?.kind !== 'name') return isSymbol(reader, '@') ? decorator(reader) : plain(reader);
  const from = reader.at;
  switch (token.text) {
    case 'import':
      return imported(reader);
    case 'from':
      return isImport(reader) ? importedFrom(reader) : plain(reader);
    case 'return':
    case 'raise': {
      reader.at += 1;
      const value = isAtLineEnd(reader) ? undefined : listed(reader);
      const word = token.text === 'return' ? 'return' : 'throw';
      const given = value ? { value } : {};
      return [{ kind: 'stop', word, ...given, ...stretchFrom(reader, from) }];
    }
    case 'pass':
    case 'break':
    case 'continue':
    case 'global':
    case 'nonlocal':
    case 'del':
      return undefined;
    case 'assert':
      reader.at += 1;
      return plain(reader);
    default:
      return plain(reader);
  }
}

const decorator = (reader: Reader): readonly Statement[] => {
  take(reader, '@');
  return plain(reader);
};

/** Tuples without brackets too. */
function listed(reader: Reader): Code {
  const from = reader.at;
  const first = parseExpression(reader);
  if (!isSymbol(reader, ',')) return first;
  const items = [{ value: first, isSpread: false }];
  while (take(reader, ',') && !isAtLineEnd(reader) && !isSymbol(reader, '=')) {
    items.push({ value: parseExpression(reader), isSpread: false });
  }
  return { kind: 'list', items, ...stretchFrom(reader, from) };
}

/** What stands between `for` and `in`. */
export function parseTargets(reader: Reader): readonly Code[] {
  const targets: Code[] = [];
  while (peek(reader) && !isWord(reader, 'in') && !isAtLineEnd(reader) && !isSymbol(reader, ':')) {
    const name = peek(reader);
    reader.at += 1;
    if (name?.kind === 'name') {
      targets.push({ kind: 'name', name: name.text, start: name.start, end: name.end });
    }
  }
  return targets;
}

function plain(reader: Reader): readonly Statement[] {
  const from = reader.at;
  const first = listed(reader);
  const type = annotation(reader);
  const operator = assignmentAt(reader);
  if (operator === undefined)
    return [{ kind: 'expression', value: first, ...stretchFrom(reader, from) }];
  reader.at += 1;
  const targets = [first];
  let value = listed(reader);
  while (operator === '=' && take(reader, '=')) {
    targets.push(value);
    value = listed(reader);
  }
  const typed = type ? { type } : {};
  return [{ kind: 'assignment', targets, operator, value, ...typed, ...stretchFrom(reader, from) }];
}

/** `x: T = …`. */
function annotation(reader: Reader): Code | undefined {
  if (!isSymbol(reader, ':') || peek(reader, 1)?.indent !== undefined) return undefined;
  reader.at += 1;
  const from = reader.at;
  const name = peek(reader)?.kind === 'name' ? parseExpression(reader) : undefined;
  if (reader.at === from) passType(reader);
  return name;
}

function assignmentAt(reader: Reader): string | undefined {
  const token = peek(reader);
  if (token?.kind !== 'symbol' || isAtLineEnd(reader)) return undefined;
  return /^(?:=|:=|[-+*/%|&^]=|\*\*=)$/.test(token.text) ? token.text : undefined;
}

/** `import a.b as c, d`. */
function imported(reader: Reader): readonly Statement[] {
  reader.at += 1;
  const statements: Statement[] = [];
  do {
    const from = reader.at;
    const library = dotted(reader);
    if (library === '') break;
    const [root = ''] = library.split('.');
    const alias = takeWord(reader, 'as') ? takeName(reader) : undefined;
    const whole: readonly ImportedName[] = [{ local: alias ?? root, name: '*' }];
    // `import a.b` brings the name `a`, and with it what is written `a.b.c`.
    const of = alias === undefined ? root : library;
    const stretch = stretchFrom(reader, from);
    statements.push({ kind: 'import', library: of, names: whole, ...stretch });
    if (of !== library) statements.push({ kind: 'import', library, names: [], ...stretch });
  } while (take(reader, ','));
  return statements;
}

/** `yield from x` and others are none. */
const isImport = (reader: Reader): boolean =>
  peek(reader, 1)?.kind === 'name' || textAt(reader, 1).startsWith('.');

/** `from a.b import (c as d, e)`. */
function importedFrom(reader: Reader): readonly Statement[] {
  const from = reader.at;
  reader.at += 1;
  const library = dotted(reader);
  if (!takeWord(reader, 'import')) return [];
  const isBracketed = take(reader, '(');
  const names: ImportedName[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (isSymbol(reader, ')') || (!isBracketed && isAtLineEnd(reader))) break;
    const name = take(reader, '*') ? '*' : takeName(reader);
    if (name === undefined) break;
    const local = takeWord(reader, 'as') ? (takeName(reader) ?? name) : name;
    if (name !== '*') names.push({ local, name });
    if (!take(reader, ',')) break;
  }
  take(reader, ')');
  return [{ kind: 'import', library, names, ...stretchFrom(reader, from) }];
}

/** With the dots in front that mean the folder of the file. */
function dotted(reader: Reader): string {
  let name = '';
  while (isSymbol(reader, '.') || isSymbol(reader, '...')) {
    name += textAt(reader);
    reader.at += 1;
  }
  if (isWord(reader, 'import')) return name;
  name += takeName(reader) ?? '';
  while (isSymbol(reader, '.') && peek(reader, 1)?.kind === 'name') {
    reader.at += 1;
    name += `.${takeName(reader) ?? ''}`;
  }
  return name;
}
