//! Declarations of Go: imports, functions, types, variables, and the statements that only Go has.

import { parseExpression } from '../source-code/parse-expression.ts';
import { passToBrace } from '../source-code/parse-function.ts';
import { parseBlock } from '../source-code/parse-statements.ts';
import {
  closingOf,
  isAtLineEnd,
  isSymbol,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  textAt,
} from '../source-code/reader.ts';
import type { Code, ImportedName, Statement } from '../source-code/tree.ts';
import { endless, switchAt } from './parse-switch.ts';
import { goParameters, passRest, typeCode } from './parse-types.ts';

/** `undefined` when it is a statement as other languages have it. */
export function declarationsAt(reader: Reader): readonly Statement[] | undefined {
  if (peek(reader)?.kind !== 'name') return undefined;
  switch (textAt(reader)) {
    case 'package':
      reader.at += 2;
      return [];
    case 'import':
      return grouped(reader, importAt);
    case 'var':
    case 'const':
      return grouped(reader, variablesAt);
    case 'type':
      return grouped(reader, typeAt);
    case 'func':
      return isSymbol(reader, '(', 1) && !isMethod(reader) ? undefined : functionAt(reader);
    case 'switch':
    case 'select':
      return [switchAt(reader)];
    case 'for':
      return isSymbol(reader, '{', 1) ? [endless(reader)] : undefined;
    default:
      return undefined;
  }
}

/** `import (…)`, `var (…)`: each line as if the word stood before it. */
function grouped(
  reader: Reader,
  read: (reader: Reader) => readonly Statement[],
): readonly Statement[] {
  reader.at += 1;
  if (!isSymbol(reader, '(')) return read(reader);
  const close = closingOf(reader);
  reader.at += 1;
  const statements: Statement[] = [];
  while (reader.at < close) {
    const before = reader.at;
    statements.push(...read(reader));
    if (reader.at === before) reader.at += 1;
  }
  reader.at = Math.min(close + 1, reader.tokens.length);
  return statements;
}

/** `alias "path"`; a dot brings all names. */
function importAt(reader: Reader): readonly Statement[] {
  const from = reader.at;
  const alias = isSymbol(reader, '.') ? '.' : peek(reader)?.kind === 'name' ? textAt(reader) : '';
  if (alias !== '') reader.at += 1;
  const token = peek(reader);
  if (token?.kind !== 'string') return [];
  reader.at += 1;
  const library = reader.text.slice(token.start + 1, token.end - 1);
  const local = alias === '' ? packageOf(library) : alias === '.' ? '*' : alias;
  const names: readonly ImportedName[] = alias === '_' ? [] : [{ local, name: '*' }];
  return [{ kind: 'import', library, names, ...stretchFrom(reader, from) }];
}

/** The last part of the path that is no version: `azidentity`, `yaml` of `gopkg.in/yaml.v3`. */
function packageOf(library: string): string {
  const parts = library.split('/').filter(it => !/^v\d+$/.test(it));
  return (parts.at(-1) ?? '').replace(/\.v\d+$/, '').replace(/^go-(?=\w)/, '');
}

/** `a, b Type = c, d`. */
function variablesAt(reader: Reader): readonly Statement[] {
  const from = reader.at;
  const names: Code[] = [];
  do {
    const token = peek(reader);
    if (token?.kind !== 'name') break;
    reader.at += 1;
    names.push({ kind: 'name', name: token.text, start: token.start, end: token.end });
  } while (take(reader, ','));
  const type = isAtLineEnd(reader) || isSymbol(reader, '=') ? undefined : typeCode(reader);
  const values: Code[] = [];
  if (take(reader, '=')) {
    do values.push(parseExpression(reader));
    while (take(reader, ','));
  }
  const [only] = names;
  if (!only) return [];
  const nothing: Code = { kind: 'other', parts: [], start: only.end, end: only.end };
  const given = type ? { type } : {};
  const stretch = stretchFrom(reader, from);
  const common = { kind: 'assignment', operator: '=', ...given, ...stretch } as const;
  if (values.length <= 1 && names.length > 1) {
    return [{ ...common, targets: [listOf(names)], value: values[0] ?? nothing }];
  }
  return names.map((name, index) => ({
    ...common,
    targets: [name],
    value: values[index] ?? nothing,
  }));
}

const listOf = (items: readonly Code[]): Code => ({
  kind: 'list',
  items: items.map(value => ({ value, isSpread: false })),
  start: items[0]?.start ?? 0,
  end: items.at(-1)?.end ?? 0,
});

/** A type has nothing that runs; its name is known so that no import is taken for it. */
function typeAt(reader: Reader): readonly Statement[] {
  const from = reader.at;
  const name = takeName(reader);
  passRest(reader);
  take(reader, '=');
  passRest(reader);
  return name === undefined
    ? []
    : [{ kind: 'class', name, bases: [], body: [], ...stretchFrom(reader, from) }];
}

/** `func (r *T) name(…)`; `func (…) {…}` is a value. */
function isMethod(reader: Reader): boolean {
  const close = closingOf(reader, reader.at + 1);
  const name = reader.tokens[close + 1];
  const bracket = reader.tokens[close + 2];
  return (
    name?.kind === 'name' &&
    bracket?.kind === 'symbol' &&
    (bracket.text === '(' || bracket.text === '[')
  );
}

function functionAt(reader: Reader): readonly Statement[] {
  const from = reader.at;
  reader.at += 1;
  const receiver = isSymbol(reader, '(') ? goParameters(reader) : [];
  const name = takeName(reader) ?? '';
  if (isSymbol(reader, '[')) reader.at = Math.min(closingOf(reader) + 1, reader.tokens.length);
  const parameters = isSymbol(reader, '(') ? goParameters(reader) : [];
  passToBrace(reader);
  const body = isSymbol(reader, '{') ? parseBlock(reader, declarationsAt) : [];
  const stretch = stretchFrom(reader, from);
  const made: Statement = { kind: 'function', name, parameters, body, ...stretch };
  const [owner] = receiver;
  return owner
    ? [{ kind: 'class', name: ownerOf(owner.type), bases: [], body: [made], ...stretch }]
    : [made];
}

const ownerOf = (type: Code | undefined): string => (type?.kind === 'name' ? type.name : '');
