//! A position in an HCL text, what was found wrong so far, and how to pass over blanks and broken stretches.

import { CODE, isBlank, isNamePart, isNameStart } from './characters.ts';
import type { HclError, HclMissing, Stretch } from './tree.ts';

export interface Reader {
  readonly text: string;
  readonly errors: HclError[];
  readonly comments: Stretch[];
  /** True when a first reading found a brace missing: then a block's head at the start of a line ends whatever is open. */
  readonly trustsLineStarts: boolean;
  /** The text's length. */
  readonly end: number;
  position: number;
  depth: number;
  /** False between brackets, where a line may end anywhere. */
  endsAtLine: boolean;
  lacksBrace: boolean;
  /** Heredocs without an end that may still be read twice; each costs the rest of the text. */
  openHeredocsLeft: number;
}

/** Code unit that stands for the end of the text. */
export const END = -1;

export const DEPTH_MAX = 200;

const ERRORS_MAX = 100;

const OPEN_HEREDOCS_MAX = 4;

export const newReader = (text: string, trustsLineStarts: boolean): Reader => ({
  text,
  errors: [],
  comments: [],
  trustsLineStarts,
  position: text.charCodeAt(0) === 0xfeff ? 1 : 0,
  end: text.length,
  depth: 0,
  endsAtLine: true,
  lacksBrace: false,
  openHeredocsLeft: OPEN_HEREDOCS_MAX,
});

export function report(reader: Reader, message: string, start = reader.position): void {
  if (reader.errors.length >= ERRORS_MAX) return;
  const { length } = reader.text;
  reader.errors.push({
    message,
    start: Math.min(start, length),
    end: Math.min(start + 1, length),
  });
}

export const codeAt = (reader: Reader, position: number): number =>
  position < reader.end ? reader.text.charCodeAt(position) : END;

export const startsWith = (reader: Reader, word: string): boolean =>
  reader.position + word.length <= reader.end && reader.text.startsWith(word, reader.position);

/** Passes blanks and comments, and line ends where they mean nothing; gives the code unit that stands there then. */
export function next(reader: Reader): number {
  for (;;) {
    const code = codeAt(reader, reader.position);
    const after = codeAt(reader, reader.position + 1);
    if (isBlank(code)) reader.position += 1;
    else if (code === CODE.lineFeed && !reader.endsAtLine) reader.position += 1;
    else if (code === CODE.carriageReturn && after === CODE.lineFeed && !reader.endsAtLine)
      reader.position += 2;
    else if (code === CODE.hash || (code === CODE.slash && after === CODE.slash))
      passComment(reader, lineEnd(reader, reader.position));
    else if (code === CODE.slash && after === CODE.asterisk) passComment(reader, blockEnd(reader));
    else return code;
  }
}

function passComment(reader: Reader, end: number): void {
  const { position: start, comments } = reader;
  // After a name the reader looks ahead and comes back: a comment there is met twice.
  if ((comments.at(-1)?.start ?? -1) < start) comments.push({ start, end });
  reader.position = end;
}

function blockEnd(reader: Reader): number {
  const close = reader.text.indexOf('*/', reader.position + 2);
  if (close >= 0 && close + 2 <= reader.end) return close + 2;
  report(reader, 'the comment has no end');
  return reader.end;
}

export function lineEnd(reader: Reader, from: number): number {
  const end = reader.text.indexOf('\n', from);
  return end < 0 || end > reader.end ? reader.end : end;
}

export const passLine = (reader: Reader): void => {
  reader.position = lineEnd(reader, reader.position);
};

/** Reads what stands between brackets, where line ends mean nothing. */
export function acrossLines<T>(reader: Reader, read: () => T): T {
  const { endsAtLine } = reader;
  reader.endsAtLine = false;
  const result = read();
  reader.endsAtLine = endsAtLine;
  return result;
}

/** `undefined` when no name stands here. */
export function readName(reader: Reader): string | undefined {
  const start = reader.position;
  if (!isNameStart(codeAt(reader, start))) return undefined;
  reader.position += 1;
  while (isNamePart(codeAt(reader, reader.position))) reader.position += 1;
  return reader.text.slice(start, reader.position);
}

/** Passes the word when it stands here as a whole. */
export function passWord(reader: Reader, word: string): boolean {
  if (!startsWith(reader, word) || isNamePart(codeAt(reader, reader.position + word.length))) {
    return false;
  }
  reader.position += word.length;
  return true;
}

export const missing = (reader: Reader): HclMissing => ({
  kind: 'missing',
  start: reader.position,
  end: reader.position,
});

export const isLineStart = (reader: Reader, position: number): boolean =>
  position === 0 || reader.text.charCodeAt(position - 1) === CODE.lineFeed;

const BLOCK_HEAD = /[A-Za-z_][\w-]*(?:[ \t]+(?:"[^"\n]*"|[A-Za-z_][\w-]*))*[ \t]*\{/y;

/** A block's head at the start of a line, `resource "a" "b" {`, stands in no expression: something above it is not closed. */
export function isBlockHead(reader: Reader, position: number): boolean {
  if (!isLineStart(reader, position) || position >= reader.end) return false;
  BLOCK_HEAD.lastIndex = position;
  return BLOCK_HEAD.test(reader.text);
}
