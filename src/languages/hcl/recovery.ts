//! How reading goes on after something broken: to the bracket that closes it, or to the next block.

import { CODE } from './characters.ts';
import { codeAt, isBlockHead, type Reader } from './reader.ts';

/** Passes to the bracket that closes what is being read and over it, but not over another one or over the next block. */
export function recover(reader: Reader, close: number): void {
  let depth = 0;
  while (reader.position < reader.end) {
    const code = codeAt(reader, reader.position);
    if (isOpening(code)) depth += 1;
    if (isClosing(code)) {
      if (depth === 0) {
        if (code === close) reader.position += 1;
        return;
      }
      depth -= 1;
    }
    if (code === CODE.quote) passString(reader);
    else reader.position += 1;
    if (code === CODE.lineFeed && isBlockHead(reader, reader.position)) return;
  }
}

/** Stands on a bracket that is too deep to read; stops after the one that closes it. */
export function passNested(reader: Reader): void {
  let depth = 0;
  while (reader.position < reader.end) {
    const code = codeAt(reader, reader.position);
    if (code === CODE.quote) passString(reader);
    else reader.position += 1;
    if (isOpening(code)) depth += 1;
    if (isClosing(code)) depth -= 1;
    if (depth <= 0) return;
  }
}

/** A string ends with its line. */
function passString(reader: Reader): void {
  reader.position += 1;
  while (reader.position < reader.end) {
    const code = codeAt(reader, reader.position);
    if (code === CODE.lineFeed) return;
    reader.position += code === CODE.backslash ? 2 : 1;
    if (code === CODE.quote) return;
  }
  reader.position = Math.min(reader.position, reader.end);
}

export const isOpening = (code: number): boolean =>
  code === CODE.braceOpen || code === CODE.bracketOpen || code === CODE.parenthesisOpen;

const isClosing = (code: number): boolean =>
  code === CODE.braceClose || code === CODE.bracketClose || code === CODE.parenthesisClose;
