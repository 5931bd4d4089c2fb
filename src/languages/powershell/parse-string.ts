//! Strings: `'…'`, `"…"` with values in it, and here-strings from `@"` to `"@`.

import { isDoubleQuote, isQuote, isSingleQuote } from './characters.ts';
import type { PsPart, PsString } from './operand-tree.ts';
import { isVariable, readDollar } from './parse-operand.ts';
import { deeper, goesOn, peek, type Reader, report, take } from './reader.ts';

/** Stands on the opening quote. */
export function readString(reader: Reader): PsString {
  const start = reader.position;
  const isSingle = isSingleQuote(peek(reader));
  reader.position += 1;
  const isEnd = isSingle ? isSingleQuote : isDoubleQuote;
  const parts = readParts(reader, isSingle, () => {
    if (!isEnd(peek(reader))) return false;
    if (!isEnd(peek(reader, 1))) return true;
    reader.position += 1; // doubled, it stands for itself
    return false;
  });
  if (reader.position >= reader.end) report(reader, 'a string without its end', start);
  reader.position = Math.min(reader.position + 1, reader.end);
  const escapes = isSingle ? 'doubled-single' : 'backtick';
  return { kind: 'string', escapes, parts, start, end: reader.position };
}

/** Up to where `isOver`; in double quotes variables and `$(…)` are values. */
function readParts(reader: Reader, isSingle: boolean, isOver: () => boolean): readonly PsPart[] {
  const parts: PsPart[] = [];
  let from = reader.position;
  const keep = (): void => {
    if (reader.position > from) parts.push({ kind: 'text', start: from, end: reader.position });
  };
  while (goesOn(reader) && !isOver()) {
    if (!isSingle && peek(reader) === '`') {
      reader.position = Math.min(reader.position + 2, reader.end);
    } else if (!isSingle && isVariable(reader)) {
      keep();
      const operand = deeper(reader, undefined, () => readDollar(reader));
      if (operand) parts.push({ kind: 'value', operand });
      from = reader.position;
    } else {
      reader.position += 1;
    }
  }
  keep();
  return parts;
}

const OPENING = /@(?:['"]|[\u2018-\u201e])[ \t]*\r?\n/uy;

/** Stands on `@`; without a line end behind the quote it is another string with an `@` in front. */
export function readHereString(reader: Reader): PsString {
  const start = reader.position;
  const isSingle = isSingleQuote(peek(reader, 1));
  if (take(reader, OPENING) === '') {
    report(reader, 'a here-string whose text begins on its first line');
    reader.position += 1;
    return readString(reader);
  }
  const from = reader.position;
  const parts = readParts(reader, isSingle, () => isClosing(reader, isSingle, from));
  if (reader.position >= reader.end) report(reader, 'a here-string without its end', start);
  if (reader.position < reader.end) reader.position += lengthOfClosing(reader);
  const escapes = isSingle ? 'none' : 'backtick';
  return { kind: 'string', escapes, parts, start, end: reader.position };
}

/** On the line end before `"@`, or on `"@` itself when the string is empty. */
function isClosing(reader: Reader, isSingle: boolean, from: number): boolean {
  const isStart = reader.position === from && isQuote(peek(reader));
  const letter = peek(reader);
  const ahead = isStart
    ? 0
    : letter === '\n'
      ? 1
      : letter === '\r' && peek(reader, 1) === '\n'
        ? 2
        : 0;
  if (ahead === 0 && !isStart) return false;
  const quote = peek(reader, ahead);
  const isEnd = isSingle ? isSingleQuote(quote) : isDoubleQuote(quote);
  return isEnd && peek(reader, ahead + 1) === '@';
}

const lengthOfClosing = (reader: Reader): number => {
  const rest = reader.text.slice(reader.position, reader.position + 4);
  return rest.indexOf('@') + 1;
};
