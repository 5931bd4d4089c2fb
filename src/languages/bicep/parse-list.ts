//! Elements between brackets, each on a line of its own or after a comma: of objects, arrays and their types.

import {
  advance,
  type Cursor,
  isAt,
  isRecoveryPoint,
  passBroken,
  passNewline,
  peek,
  report,
  take,
} from './cursor.ts';
import type { Token, TokenKind } from './token.ts';

/** Stands after the opening bracket; stops after the closing one. */
export function readElements(cursor: Cursor, close: TokenKind, read: () => void): void {
  const opening = cursor.tokens[cursor.index - 1];
  for (;;) {
    while (passNewline(cursor) || take(cursor, ',')) {
      // Bicep is stricter about where commas and line ends stand; the meaning is the same.
    }
    if (isOver(cursor, close, opening)) return;
    const before = cursor.index;
    read();
    if (!isBetweenElements(cursor, close)) {
      report(cursor, 'a comma or a line end is missing');
      passBroken(cursor);
      if (isForeign(cursor, close)) return;
    }
    if (cursor.index === before) advance(cursor);
  }
}

/** Arguments and parameters between parentheses. Stands after the opening one; stops after the closing one. */
export function readArguments(cursor: Cursor, close: TokenKind, read: () => void): void {
  const opening = cursor.tokens[cursor.index - 1];
  for (;;) {
    passNewline(cursor);
    if (isOver(cursor, close, opening)) return;
    const before = cursor.index;
    read();
    passNewline(cursor);
    if (take(cursor, ',') || isAt(cursor, close)) continue;
    report(cursor, `\`,\` or \`${close}\` is missing`);
    passBroken(cursor);
    if (take(cursor, close) || cursor.index === before || isForeign(cursor, close)) return;
  }
}

/** At the closing bracket, which is taken, and where it is missing. */
function isOver(cursor: Cursor, close: TokenKind, opening: Token | undefined): boolean {
  if (take(cursor, close)) return true;
  const isMissing = isAt(cursor, 'end') || isRecoveryPoint(cursor);
  if (isMissing) report(cursor, `\`${close}\` is missing`, opening);
  return isMissing;
}

function isBetweenElements(cursor: Cursor, close: TokenKind): boolean {
  const { kind } = peek(cursor);
  return kind === close || kind === ',' || kind === 'newline' || kind === 'end';
}

/** A closing bracket of something further out. */
function isForeign(cursor: Cursor, close: TokenKind): boolean {
  const { kind } = peek(cursor);
  if (kind === close) return false;
  return (
    kind === '}' ||
    kind === ']' ||
    kind === ')' ||
    kind === 'string-end' ||
    kind === 'string-middle'
  );
}
