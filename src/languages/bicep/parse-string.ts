//! The tokens of a Bicep string to its decoded text, the places of its stretches, and its interpolations.

import type { Segment } from '../../domain/region.ts';
import { type Cursor, endOfLast, isAt, passBroken, peek, report } from './cursor.ts';
import { runLength } from './lex-string.ts';
import { readExpression } from './parse-expression.ts';
import type { Token } from './token.ts';
import type { StringHole, StringNode } from './tree.ts';

/** Mutable while its string is read. */
interface Decoding {
  readonly source: string;
  text: string;
  readonly segments: Segment[];
}

export const isString = (cursor: Cursor): boolean =>
  isAt(cursor, 'string') || isAt(cursor, 'string-start');

/** `undefined`, with an error, when no string stands there. */
export function readStringNode(cursor: Cursor): StringNode | undefined {
  if (isString(cursor)) return readString(cursor);
  report(cursor, 'a string is missing');
  return undefined;
}

/** Stands at a string. */
export function readString(cursor: Cursor): StringNode {
  const first = peek(cursor);
  const { start } = first;
  const dollars = runLength(cursor.text, start, '$');
  const isMultiline = cursor.text.startsWith("'''", start + dollars);
  const quotes = isMultiline ? 3 : 1;
  const decoding: Decoding = { source: cursor.text, text: '', segments: [] };
  const decode = (token: Token, from: number): void => {
    const isLast = token.kind === 'string' || token.kind === 'string-end';
    const to = isLast
      ? contentEnd(cursor.text, token, from, quotes)
      : token.end - (isMultiline ? dollars + 1 : 2);
    if (isMultiline) addVerbatim(decoding, from, to);
    else addEscaped(decoding, from, to);
  };
  cursor.index += 1;
  decode(first, contentStart(cursor.text, start + dollars + quotes, isMultiline));
  const opening = isMultiline ? dollars + 1 : 2;
  const holes = first.kind === 'string' ? [] : readHoles(cursor, decoding, opening, decode);
  return {
    kind: 'string',
    text: decoding.text,
    segments: decoding.segments,
    holes,
    start,
    end: endOfLast(cursor),
  };
}

/** Stands after a piece that ends with the opening of an interpolation. */
function readHoles(
  cursor: Cursor,
  decoding: Decoding,
  opening: number,
  decode: (token: Token, from: number) => void,
): StringHole[] {
  const holes: StringHole[] = [];
  for (;;) {
    const from = endOfLast(cursor) - opening;
    const expression = readExpression(cursor);
    while (!isPiece(cursor) && !isAt(cursor, 'end') && !isAt(cursor, 'newline')) {
      report(cursor, 'unexpected text in an interpolation');
      passBroken(cursor);
      if (!isPiece(cursor) && !isAt(cursor, 'newline') && !isAt(cursor, 'end')) cursor.index += 1;
    }
    const closing = peek(cursor);
    const isClosed = isPiece(cursor) && closing.end > closing.start;
    const start = decoding.text.length;
    addVerbatim(decoding, from, isClosed ? closing.start + 1 : endOfLast(cursor));
    holes.push({ start, end: decoding.text.length, expression });
    if (!isPiece(cursor)) return holes;
    cursor.index += 1;
    if (isClosed) decode(closing, closing.start + 1);
    if (closing.kind === 'string-end') return holes;
  }
}

const isPiece = (cursor: Cursor): boolean =>
  isAt(cursor, 'string-middle') || isAt(cursor, 'string-end');

/** A line end right after the opening quotes of a multi-line string does not belong to it. */
function contentStart(source: string, from: number, isMultiline: boolean): number {
  if (!isMultiline) return from;
  if (source.startsWith('\r\n', from)) return from + 2;
  return source.startsWith('\n', from) || source.startsWith('\r', from) ? from + 1 : from;
}

/** A string that nothing closes goes to the end of its token. */
function contentEnd(source: string, token: Token, from: number, quotes: number): number {
  const end = token.end - quotes;
  return end >= from && source.startsWith("'".repeat(quotes), end)
    ? end
    : Math.max(from, token.end);
}

function addVerbatim(decoding: Decoding, from: number, to: number): void {
  if (to <= from) return;
  const { source, segments } = decoding;
  const guest = decoding.text.length;
  const last = segments.at(-1);
  if (last && last.host + last.length === from && last.guest + last.length === guest) {
    segments[segments.length - 1] = { ...last, length: last.length + to - from };
  } else {
    segments.push({ guest, host: from, length: to - from });
  }
  decoding.text += source.slice(from, to);
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

function addEscaped(decoding: Decoding, from: number, to: number): void {
  const raw = decoding.source.slice(from, to);
  let position = 0;
  for (const match of raw.matchAll(/\\(?:u\{([0-9a-fA-F]{1,6})\}|([\s\S])|$)/g)) {
    addVerbatim(decoding, from + position, from + match.index);
    decoding.text += decoded(match[2] ?? '', match[1]);
    position = match.index + match[0].length;
  }
  addVerbatim(decoding, from + position, to);
}

function decoded(letter: string, digits: string | undefined): string {
  const code = digits === undefined ? -1 : Number.parseInt(digits, 16);
  if (code >= 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  return ESCAPES.get(letter) ?? letter;
}
