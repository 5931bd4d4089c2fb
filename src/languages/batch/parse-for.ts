//! `for [/f "options"] %%i in (items) do command`.

import { parseBranch } from './parse-if.ts';
import { keyword, type Reader, readWord, skipSpace } from './reader.ts';
import type { Statement, Stretch } from './tree.ts';

export function parseFor(reader: Reader): Statement {
  const { text } = reader;
  const start = reader.position;
  reader.position += 'for'.length;
  const options = readOptions(reader);
  const variable = /^%%?([^%\s])/.exec(text.slice(reader.position, reader.position + 4))?.[1] ?? '';
  readWord(reader);
  skipSpace(reader);
  if (keyword(reader) === 'in') reader.position += 'in'.length;
  skipSpace(reader);
  const given = readItems(reader);
  const { items, source } = itemsIn(given, options, text);
  skipSpace(reader);
  if (keyword(reader) === 'do') reader.position += 'do'.length;
  const body = parseBranch(reader);
  return { kind: 'for', variable, items, source, body, start, end: reader.position };
}

/** `/f "tokens=2"`, `/r folder`, `/d`, `/l`: up to the variable. */
function readOptions(reader: Reader): string {
  const start = reader.position;
  skipSpace(reader);
  while (/["/]/.test(reader.text.charAt(reader.position))) {
    readWord(reader);
    skipSpace(reader);
  }
  // A folder behind `/r`.
  if (reader.text.charAt(reader.position) !== '%') {
    readWord(reader);
    skipSpace(reader);
  }
  return reader.text.slice(start, reader.position).toLowerCase();
}

/** Between the parentheses; quotes and a parenthesis in them belong to it. */
function readItems(reader: Reader): Stretch {
  const { text } = reader;
  if (text.charAt(reader.position) !== '(') return { start: reader.position, end: reader.position };
  const start = reader.position + 1;
  let at = start;
  let open = 1;
  let quote = '';
  for (; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '^') at += 1;
    else if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"') quote = letter;
    else if (letter === '(') open += 1;
    else if (letter === ')') open -= 1;
    if (open === 0) break;
  }
  reader.position = Math.min(at + 1, text.length);
  return { start, end: Math.min(at, text.length) };
}

function itemsIn(
  given: Stretch,
  options: string,
  text: string,
): { readonly items: Stretch; readonly source: 'command' | 'words' | 'other' } {
  if (!/^\s*\/f/.test(options)) {
    return { items: given, source: /\/[lr]/.test(options) ? 'other' : 'words' };
  }
  const quote = options.includes('usebackq') ? '`' : "'";
  const inside = text.slice(given.start, given.end);
  const first = inside.indexOf(quote);
  const last = inside.lastIndexOf(quote);
  if (inside.trimStart()[0] !== quote || last <= first) return { items: given, source: 'other' };
  const items = { start: given.start + first + 1, end: given.start + last };
  return { items, source: 'command' };
}
