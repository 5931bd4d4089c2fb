//! A quoted JSON string to its decoded value and the stretches that stand verbatim in the text.

import type { Segment } from '../../domain/region.ts';
import { type Reader, report } from './reader.ts';
import type { JsonString } from './tree.ts';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
]);

/** Stands at the opening quote. Line ends may stand in the string, as Azure Resource Manager allows. */
export function readString(reader: Reader): JsonString {
  const { text, position: start } = reader;
  const quote = text.charAt(start);
  if (quote !== '"') report(reader, 'a string stands in double quotes');
  const segments: Segment[] = [];
  let value = '';
  reader.position += 1;
  for (;;) {
    const from = reader.position;
    passVerbatim(reader, quote);
    const length = reader.position - from;
    if (length > 0) segments.push({ guest: value.length, host: from, length });
    value += text.slice(from, reader.position);
    if (text.charAt(reader.position) !== '\\') break;
    value += readEscape(reader);
  }
  if (reader.position < text.length) reader.position += 1;
  else report(reader, 'the string has no end', start);
  return { kind: 'string', value, segments, start, end: reader.position };
}

function passVerbatim(reader: Reader, quote: string): void {
  const { text, holes } = reader;
  const close = quote.charCodeAt(0);
  let { position } = reader;
  while (position < text.length) {
    const code = text.charCodeAt(position);
    const holeEnd = holes.get(position);
    if (holeEnd === undefined && (code === close || code === 0x5c)) break;
    position = holeEnd ?? position + 1;
  }
  reader.position = position;
}

/** Stands at the backslash. What is no escape gives the character itself. */
function readEscape(reader: Reader): string {
  const { text, position } = reader;
  const letter = text.charAt(position + 1);
  if (letter === 'u') return readCodeUnit(reader);
  reader.position = Math.min(position + 2, text.length);
  const decoded = ESCAPES.get(letter);
  if (decoded === undefined) report(reader, 'an unknown escape', position, position + 2);
  return decoded ?? letter;
}

function readCodeUnit(reader: Reader): string {
  const { text, position } = reader;
  const digits = text.slice(position + 2, position + 6);
  if (/^[0-9a-fA-F]{4}$/.test(digits)) {
    reader.position += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }
  report(reader, '`\\u` without four hexadecimal digits', position, position + 2);
  reader.position += 2;
  return 'u';
}
