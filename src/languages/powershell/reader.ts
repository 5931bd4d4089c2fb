//! A position in a PowerShell text, what was found wrong so far, and how to pass over what says nothing.

import type { PsError } from './tree.ts';

export interface Reader {
  readonly text: string;
  readonly end: number;
  readonly errors: PsError[];
  position: number;
  depth: number;
  /** Each round of each loop takes some: no text keeps the parser busy for ever. */
  fuel: number;
}

export const DEPTH_MAX = 120;

const ERRORS_MAX = 50;

export const newReader = (text: string): Reader => ({
  text,
  end: text.length,
  errors: [],
  position: text.startsWith('\ufeff') ? 1 : 0,
  depth: 0,
  fuel: 16 * text.length + 2_000,
});

export function report(reader: Reader, message: string, at = reader.position): void {
  if (reader.errors.length < ERRORS_MAX) reader.errors.push({ message, at });
}

/** False at the end of the text, and when the fuel is gone. */
export function goesOn(reader: Reader): boolean {
  reader.fuel -= 1;
  if (reader.fuel < 0) {
    if (reader.position < reader.end) report(reader, 'too much to be read');
    reader.position = reader.end;
  }
  return reader.position < reader.end;
}

/** `''` behind the end. */
export const peek = (reader: Reader, ahead = 0): string =>
  reader.text.charAt(reader.position + ahead);

export const startsWith = (reader: Reader, text: string): boolean =>
  reader.text.startsWith(text, reader.position);

/** `pattern` is sticky; `''` when it does not match. */
export function take(reader: Reader, pattern: RegExp): string {
  const found = ahead(reader, pattern);
  reader.position += found.length;
  return found;
}

export function ahead(reader: Reader, pattern: RegExp): string {
  pattern.lastIndex = reader.position;
  return pattern.exec(reader.text)?.[0] ?? '';
}

const BLANKS = /(?:[ \t\f\v\u0085\u00a0\ufeff]|`\r?\n)+/y;
const SPACE = /(?:[ \t\f\v\r\n\u0085\u00a0\ufeff]|`\r?\n)+/y;
const COMMENT = /#[^\r\n]*/y;

/** What a line may hold between two words; comments too. */
export const skipBlanks = (reader: Reader): string => skip(reader, BLANKS);

/** Line ends too. */
export const skipSpace = (reader: Reader): string => skip(reader, SPACE);

/** Gives the character it stands on afterwards. */
function skip(reader: Reader, pattern: RegExp): string {
  for (;;) {
    const before = reader.position;
    take(reader, pattern);
    if (startsWith(reader, '<#')) skipBlockComment(reader);
    else take(reader, COMMENT);
    if (reader.position === before) return peek(reader);
  }
}

function skipBlockComment(reader: Reader): void {
  const close = reader.text.indexOf('#>', reader.position + 2);
  if (close < 0) report(reader, 'a comment without its end');
  reader.position = close < 0 ? reader.end : close + 2;
}

/** Runs `read` one level deeper; too deep, the brackets are passed over and `fallback` is what stands there. */
export function deeper<T>(reader: Reader, fallback: T, read: () => T): T {
  if (reader.depth >= DEPTH_MAX) {
    report(reader, 'nested too deep');
    reader.position = reader.end;
    return fallback;
  }
  reader.depth += 1;
  const found = read();
  reader.depth -= 1;
  return found;
}

/** One element after another to behind `close`; to the end of the text when that is `''`. */
export function readUntil(
  reader: Reader,
  close: '' | ')' | '}' | ']',
  opened: number,
  read: (letter: string) => void,
): void {
  for (;;) {
    const letter = skipSpace(reader);
    if (!goesOn(reader)) {
      if (close !== '') report(reader, `\`${close}\` is missing`, opened);
      return;
    }
    const before = reader.position;
    if (letter === close) {
      reader.position += 1;
      return;
    }
    read(letter);
    if (reader.position === before) reader.position += 1;
  }
}
