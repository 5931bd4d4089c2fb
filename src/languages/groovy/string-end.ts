//! Where a string ends: four kinds of quotes, and holes that hold strings again.

import type { Quoted } from './token.ts';

export interface StringExtent {
  readonly quoted: Quoted;
  /** After the closing quotes. */
  readonly end: number;
  readonly isClosed: boolean;
}

/** Strings in holes of strings in holes … deeper than people write them. */
const HOLES_DEEP_MAX = 8;

/** In UTF-16 code units: one that does not end is not looked for in the whole file again and again. */
const HOLE_LENGTH_MAX = 2_000;

/** `undefined` when no string starts at `start`. `allowsSlashy`: an operand may stand there, so `/` is no division. */
export function stringAt(
  text: string,
  start: number,
  limit: number,
  allowsSlashy: boolean,
): StringExtent | undefined {
  return extentAt(text, start, limit, allowsSlashy, 0);
}

function extentAt(
  text: string,
  start: number,
  limit: number,
  allowsSlashy: boolean,
  depth: number,
): StringExtent | undefined {
  const quote = text[start];
  if (quote === "'" || quote === '"') {
    const style = quote === '"' ? 'double' : 'single';
    const triple = quote.repeat(3);
    return text.startsWith(triple, start)
      ? scan(text, { start: start + 3, limit, closing: triple, style, isOneLine: false }, depth)
      : scan(text, { start: start + 1, limit, closing: quote, style, isOneLine: true }, depth);
  }
  if (!allowsSlashy) return undefined;
  if (quote === '$' && text[start + 1] === '/') {
    const style = 'dollar-slashy';
    return scan(text, { start: start + 2, limit, closing: '/$', style, isOneLine: false }, depth);
  }
  if (quote !== '/' || text[start + 1] === '/' || text[start + 1] === '*') return undefined;
  const found = scan(
    text,
    { start: start + 1, limit, closing: '/', style: 'slashy', isOneLine: true },
    depth,
  );
  return found.isClosed ? found : undefined;
}

interface Scan {
  readonly start: number;
  readonly limit: number;
  readonly closing: string;
  readonly style: Quoted['style'];
  readonly isOneLine: boolean;
}

function scan(text: string, of: Scan, depth: number): StringExtent {
  const { start, limit, closing, style } = of;
  let at = start;
  while (at < limit) {
    const character = text[at];
    if (text.startsWith(closing, at)) {
      const end = closingStart(text, at, of);
      const quoted = { start, end, style };
      return { quoted, end: end + closing.length, isClosed: true };
    }
    if (of.isOneLine && (character === '\n' || character === '\r')) break;
    if (character === '\\' && style !== 'dollar-slashy') at += lengthOfEscape(text, at);
    else if (character === '$' && text[at + 1] === '{' && style !== 'single') {
      const hole = holeEnd(text, at + 2, limit, depth + 1);
      // One that does not end inside another: all of them are given up, not each in turn.
      if (hole === undefined && depth > 0) break;
      at = hole ?? at + 2;
    } else at += 1;
  }
  const end = Math.min(at, limit);
  return { quoted: { start, end, style }, end, isClosed: false };
}

const lengthOfEscape = (text: string, at: number): number =>
  text[at + 1] === '\r' && text[at + 2] === '\n' ? 3 : 2;

/** `""""` ends with its last three quotes. */
function closingStart(text: string, at: number, { closing, limit }: Scan): number {
  if (closing.length < 3) return at;
  const most = Math.min(at + 2, limit - closing.length);
  let start = at;
  while (start < most && text[start + closing.length] === closing[0]) start += 1;
  return start;
}

/** Offset after the `}` that belongs to a hole whose body starts at `start`; `undefined` when there is none. */
export function holeEnd(text: string, start: number, end: number, depth = 0): number | undefined {
  if (depth > HOLES_DEEP_MAX) return undefined;
  const limit = Math.min(end, start + HOLE_LENGTH_MAX);
  let open = 1;
  let at = start;
  while (at < limit) {
    const character = text[at];
    if (character === "'" || character === '"') {
      const inner = extentAt(text, at, limit, false, depth);
      if (!inner?.isClosed) return undefined;
      at = inner.end;
      continue;
    }
    if (character === '{') open += 1;
    if (character === '}') open -= 1;
    at += 1;
    if (open === 0) return at;
  }
  return undefined;
}
