//! A position in a JSON text, what was found wrong so far, and how to pass over what carries no value.

import type { JsonError } from './tree.ts';

export interface Reader {
  readonly text: string;
  readonly errors: JsonError[];
  /** Where a template expression starts, and its end: what stands in it is not JSON. */
  readonly holes: ReadonlyMap<number, number>;
  position: number;
  depth: number;
}

/** Code unit that stands for the end of the text. */
export const END = -1;

const ERRORS_MAX = 100;

const SPACES: ReadonlySet<number> = new Set([0x20, 0x09, 0x0a, 0x0d, 0xa0, 0xfeff]);

export const report = (
  reader: Reader,
  message: string,
  start = reader.position,
  end = start + 1,
): void => {
  if (reader.errors.length >= ERRORS_MAX) return;
  const { length } = reader.text;
  reader.errors.push({ message, start: Math.min(start, length), end: Math.min(end, length) });
};

export const isSpace = (code: number): boolean => SPACES.has(code);

/** Passes white space and comments; gives the code unit that stands there then, or `END`. */
export function next(reader: Reader): number {
  const { text } = reader;
  while (reader.position < text.length) {
    const code = text.charCodeAt(reader.position);
    if (isSpace(code)) reader.position += 1;
    else if (text.startsWith('//', reader.position))
      reader.position = lineEnd(text, reader.position);
    else if (text.startsWith('/*', reader.position)) passBlockComment(reader);
    else return code;
  }
  return END;
}

/** Stands at the first code unit inside an object or array that is too deep to read; stops after its bracket. */
export function passNested(reader: Reader): void {
  let open = 1;
  while (open > 0) {
    const code = next(reader);
    if (code === END) return;
    const holeEnd = reader.holes.get(reader.position);
    if (holeEnd !== undefined) {
      reader.position = holeEnd;
      continue;
    }
    if (code === 0x22) passString(reader);
    else reader.position += 1;
    if (code === 0x7b || code === 0x5b) open += 1;
    else if (code === 0x7d || code === 0x5d) open -= 1;
  }
}

function passString(reader: Reader): void {
  const { text, holes } = reader;
  let position = reader.position + 1;
  while (position < text.length && text.charCodeAt(position) !== 0x22) {
    const step = text.charCodeAt(position) === 0x5c ? 2 : 1;
    position = holes.get(position) ?? position + step;
  }
  reader.position = Math.min(position + 1, text.length);
}

function passBlockComment(reader: Reader): void {
  const close = reader.text.indexOf('*/', reader.position + 2);
  if (close < 0) report(reader, 'the comment has no end');
  reader.position = close < 0 ? reader.text.length : close + 2;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
