//! Plain and quoted scalars to their text with the place of each character.
//! Source: https://yaml.org/spec/1.2.2/#73-flow-scalar-styles

import { type DecodedText, type TextBuilder, textBuilder } from './decoded-text.ts';

export const decodedPlain = (source: string, start: number, end: number): DecodedText =>
  unfolded(source, start, end, (builder, from, to) => builder.copy(from, to));

/** `start` and `end` lie inside the quotes. */
export const decodedSingle = (source: string, start: number, end: number): DecodedText =>
  unfolded(source, start, end, (builder, from, to) => {
    let at = from;
    while (at < to) {
      const quote = source.indexOf("''", at);
      if (quote < 0 || quote + 1 >= to) break;
      builder.copy(at, quote + 1);
      at = quote + 2;
    }
    builder.copy(at, to);
  });

/** Lines are trimmed and joined with a space; of empty lines between them each is a line end. */
function unfolded(
  source: string,
  start: number,
  end: number,
  write: (builder: TextBuilder, from: number, to: number) => void,
): DecodedText {
  const builder = textBuilder(source);
  let from = start;
  let emptyLineEnds: number[] = [];
  for (;;) {
    const lineEnd = lineEndAfter(source, from, end);
    const isFirst = from === start;
    const isLast = lineEnd === undefined;
    const left = isFirst ? from : skipBlank(source, from, lineEnd ?? end);
    const right = isLast ? end : trimmedEnd(source, left, lineEnd);
    if (!isFirst && !isLast && left >= right) emptyLineEnds.push(lineEnd);
    else {
      if (!isFirst && emptyLineEnds.length === 0) builder.insert(' ');
      for (const it of emptyLineEnds) builder.copy(it, it + 1);
      emptyLineEnds = [];
      write(builder, left, right);
    }
    if (isLast) return builder.done();
    from = lineEnd + 1;
  }
}

function lineEndAfter(source: string, from: number, end: number): number | undefined {
  const found = source.indexOf('\n', from);
  return found < 0 || found >= end ? undefined : found;
}

const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

function skipBlank(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(source[at])) at += 1;
  return at;
}

/** Without blanks and the `\r` before the line end. */
function trimmedEnd(source: string, from: number, lineEnd: number): number {
  let at = source[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
  while (at > from && isBlank(source[at - 1])) at -= 1;
  return Math.max(at, from);
}

/** `start` and `end` lie inside the quotes. */
export function decodedDouble(source: string, start: number, end: number): DecodedText {
  const builder = textBuilder(source);
  let at = start;
  while (at < end) {
    const character = source[at];
    if (character === '\\') at = escaped(source, at, end, builder);
    else if (character === '\n' || isBlank(character) || isLineEnd(source, at)) {
      at = blanks(source, at, end, builder);
    } else {
      builder.copy(at, at + 1);
      at += 1;
    }
  }
  return builder.done();
}

const isLineEnd = (source: string, at: number): boolean =>
  source[at] === '\n' || (source[at] === '\r' && source[at + 1] === '\n');

/** A run of blanks and line ends: blanks alone stay, around line ends they go. */
function blanks(source: string, start: number, end: number, builder: TextBuilder): number {
  let at = start;
  const lineEnds: number[] = [];
  while (at < end && (isBlank(source[at]) || isLineEnd(source, at))) {
    if (source[at] === '\n') lineEnds.push(at);
    at += 1;
  }
  if (lineEnds.length === 0) builder.copy(start, at);
  if (lineEnds.length === 1) builder.insert(' ');
  for (const it of lineEnds.slice(1)) builder.copy(it, it + 1);
  return at;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['N', '\u0085'],
  ['_', '\u00a0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

/** Gives the offset after the escape. */
function escaped(source: string, at: number, end: number, builder: TextBuilder): number {
  const name = source[at + 1] ?? '';
  const digits = DIGITS.get(name);
  if (digits !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
    if (code <= 0x10ffff) builder.insert(String.fromCodePoint(code));
    return Math.min(at + 2 + digits, end);
  }
  if (isLineEnd(source, at + 1)) {
    return skipBlank(source, at + (name === '\r' ? 3 : 2), end);
  }
  const special = ESCAPES.get(name);
  if (special !== undefined) builder.insert(special);
  else builder.copy(at + 1, Math.min(at + 2, end));
  return Math.min(at + 2, end);
}
