//! `import` and `export`.

import { parseExpression } from '../source-code/parse-expression.ts';
import type { Declarations } from '../source-code/parse-statements.ts';
import {
  isSymbol,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  takeWord,
  textAt,
} from '../source-code/reader.ts';
import type { ImportedName, Statement } from '../source-code/tree.ts';

/** `undefined` for `import(…)` and `import.meta`. */
export function parseImport(reader: Reader): readonly Statement[] | undefined {
  if (isSymbol(reader, '(', 1) || isSymbol(reader, '.', 1)) return undefined;
  const from = reader.at;
  reader.at += 1;
  if (takeWord(reader, 'type') && isSymbol(reader, '=')) reader.at -= 1;
  const names = importedNames(reader);
  takeWord(reader, 'from');
  // `import x = require('y')`.
  if (take(reader, '=')) {
    takeName(reader);
    take(reader, '(');
  }
  const library = stringAt(reader);
  if (library === undefined) return [];
  const whole = names.map(it => (isSymbol(reader, ')') ? { ...it, name: '*' } : it));
  take(reader, ')');
  return [{ kind: 'import', library, names: whole, ...stretchFrom(reader, from) }];
}

/** `a, { b as c, default as d }`, `* as e`. */
function importedNames(reader: Reader): readonly ImportedName[] {
  const names: ImportedName[] = [];
  let isInBraces = false;
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === 'string' || isSymbol(reader, '=')) break;
    const name = take(reader, '*') ? '*' : takeName(reader);
    if (name === undefined) {
      if (isSymbol(reader, '{')) isInBraces = true;
      else if (!isSymbol(reader, ',') && !isSymbol(reader, '}')) break;
      reader.at += 1;
      continue;
    }
    if (name === 'from' && peek(reader)?.kind === 'string') break;
    if (name === 'type' && peek(reader)?.kind === 'name' && textAt(reader) !== 'as') continue;
    const local = takeWord(reader, 'as') ? (takeName(reader) ?? name) : name;
    names.push({ local, name: isInBraces || name === '*' ? name : 'default' });
  }
  return names;
}

function stringAt(reader: Reader): string | undefined {
  const token = peek(reader);
  if (token?.kind !== 'string') return undefined;
  reader.at += 1;
  return token.parts.map(it => reader.text.slice(it.start, it.end)).join('');
}

/** What is exported is declared all the same. */
export function parseExport(
  reader: Reader,
  declarations: Declarations,
): readonly Statement[] | undefined {
  const from = reader.at;
  reader.at += 1;
  takeWord(reader, 'default');
  if (isSymbol(reader, '{') || isSymbol(reader, '*')) return exportedFrom(reader, from);
  const declared = declarations(reader);
  if (declared) return declared;
  const value = parseExpression(reader);
  return [{ kind: 'expression', value, ...stretchFrom(reader, from) }];
}

/** `export { a } from './b'` brings the file in, and gives it on. */
function exportedFrom(reader: Reader, from: number): readonly Statement[] {
  importedNames(reader);
  takeWord(reader, 'from');
  const library = stringAt(reader);
  if (library === undefined) return [];
  return [{ kind: 'import', library, names: [], ...stretchFrom(reader, from) }];
}
