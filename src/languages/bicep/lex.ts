//! Bicep text to tokens and comments.

import { endOfMultilinePiece, endOfPlainPiece, type PieceEnd, runLength } from './lex-string.ts';
import { SYMBOLS, type Token, type TokenKind } from './token.ts';
import type { BicepError, Extent } from './tree.ts';

export interface Lexed {
  /** The last one is `end`. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Extent[];
  readonly errors: readonly BicepError[];
}

interface Lexer {
  readonly text: string;
  readonly tokens: Token[];
  readonly comments: Extent[];
  readonly errors: BicepError[];
  /** Interpolations we stand in, and the braces opened inside them. */
  readonly open: ('brace' | Quoting)[];
  position: number;
}

type Quoting = { readonly isMultiline: boolean; readonly dollars: number };

const ERRORS_MAX = 100;

/** Never throws. */
export function lex(text: string): Lexed {
  const lexer: Lexer = { text, tokens: [], comments: [], errors: [], open: [], position: 0 };
  for (;;) {
    passTrivia(lexer);
    if (lexer.position >= text.length) break;
    readToken(lexer);
  }
  if (lexer.open.length > 0) report(lexer, 'the string has no end', text.length);
  push(lexer, 'end', text.length);
  return lexer;
}

function report(lexer: Lexer, message: string, start: number): void {
  if (lexer.errors.length < ERRORS_MAX) {
    lexer.errors.push({ message, start, end: Math.max(start, lexer.position) });
  }
}

function push(lexer: Lexer, kind: TokenKind, start: number): void {
  lexer.tokens.push({ kind, start, end: lexer.position });
}

function passTrivia(lexer: Lexer): void {
  const { text, comments } = lexer;
  for (;;) {
    const start = lexer.position;
    const letter = text.charAt(start);
    if (letter === ' ' || letter === '\t' || letter === '\ufeff') {
      lexer.position += 1;
    } else if (text.startsWith('//', start) || isDirective(lexer)) {
      lexer.position = lineEnd(text, start);
      comments.push({ start, end: lexer.position });
    } else if (text.startsWith('/*', start)) {
      const close = text.indexOf('*/', start + 2);
      lexer.position = close < 0 ? text.length : close + 2;
      if (close < 0) report(lexer, 'the comment has no end', start);
      comments.push({ start, end: lexer.position });
    } else {
      return;
    }
  }
}

/** `#disable-next-line …`, `#restore-diagnostics …`: they stand alone on their line. */
function isDirective({ text, tokens, position }: Lexer): boolean {
  if (text.charAt(position) !== '#') return false;
  const before = tokens.at(-1)?.kind ?? 'newline';
  return before === 'newline' && /^#(?:disable|restore)/.test(text.slice(position, position + 8));
}

function lineEnd(text: string, from: number): number {
  let position = from;
  while (position < text.length && !isLineEnd(text.charAt(position))) position += 1;
  return position;
}

const isLineEnd = (letter: string): boolean => letter === '\n' || letter === '\r';

function readToken(lexer: Lexer): void {
  const { text, position: start } = lexer;
  const letter = text.charAt(start);
  if (isLineEnd(letter)) readNewline(lexer);
  else if (letter === "'" || letter === '$') readString(lexer);
  else if (letter === '}' && lexer.open.length > 0) readClosingBrace(lexer);
  else if (!readWord(lexer, 'identifier', IDENTIFIER) && !readWord(lexer, 'integer', INTEGER)) {
    readSymbol(lexer);
  }
}

function readWord(lexer: Lexer, kind: TokenKind, pattern: RegExp): boolean {
  const length = match(lexer.text, lexer.position, pattern);
  if (length > 0) pushLength(lexer, kind, length);
  return length > 0;
}

function readSymbol(lexer: Lexer): void {
  const { text, position } = lexer;
  const candidates = SYMBOLS_BY_LETTER.get(text.charAt(position)) ?? [];
  const symbol = candidates.find(it => text.startsWith(it, position));
  if (symbol === '{' && lexer.open.length > 0) lexer.open.push('brace');
  if (symbol === undefined) readBad(lexer);
  else pushLength(lexer, symbol, symbol.length);
}

const IDENTIFIER = /[A-Za-z_][A-Za-z0-9_]*/y;
const INTEGER = /[0-9]+/y;

/** By first letter; the longer ones first, as in the list. */
const SYMBOLS_BY_LETTER: ReadonlyMap<string, readonly (typeof SYMBOLS)[number][]> = new Map(
  SYMBOLS.map(first => [first.charAt(0), SYMBOLS.filter(it => it.startsWith(first.charAt(0)))]),
);

function match(text: string, start: number, pattern: RegExp): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex - start : 0;
}

function pushLength(lexer: Lexer, kind: TokenKind, length: number): void {
  const start = lexer.position;
  lexer.position += length;
  push(lexer, kind, start);
}

function readNewline(lexer: Lexer): void {
  const { text, tokens, position: start } = lexer;
  if (lexer.open.length > 0) {
    // No line end may stand in an interpolation: whoever wrote this forgot to close it.
    report(lexer, 'the string has no end', start);
    lexer.open.length = 0;
    push(lexer, 'string-end', start);
    return;
  }
  while (isLineEnd(text.charAt(lexer.position))) lexer.position += 1;
  if (tokens.at(-1)?.kind !== 'newline') push(lexer, 'newline', start);
}

function readString(lexer: Lexer): void {
  const { text, position: start } = lexer;
  const dollars = runLength(text, start, '$');
  const isMultiline = text.startsWith("'''", start + dollars);
  if (dollars > 0 && !isMultiline) {
    readBad(lexer);
    return;
  }
  lexer.position += dollars + (isMultiline ? 3 : 1);
  readPiece(lexer, { isMultiline, dollars }, start, true);
}

function readClosingBrace(lexer: Lexer): void {
  const innermost = lexer.open.pop();
  if (innermost === undefined || innermost === 'brace') {
    pushLength(lexer, '}', 1);
    return;
  }
  const start = lexer.position;
  lexer.position += 1;
  readPiece(lexer, innermost, start, false);
}

function readPiece(lexer: Lexer, quoting: Quoting, start: number, isFirst: boolean): void {
  const { text } = lexer;
  const piece: PieceEnd = quoting.isMultiline
    ? endOfMultilinePiece(text, lexer.position, quoting.dollars)
    : endOfPlainPiece(text, lexer.position);
  lexer.position = piece.position;
  if (piece.stop === 'unterminated') report(lexer, 'the string has no end', start);
  if (piece.stop === 'interpolation') {
    lexer.open.push(quoting);
    push(lexer, isFirst ? 'string-start' : 'string-middle', start);
  } else {
    push(lexer, isFirst ? 'string' : 'string-end', start);
  }
}

/** What no token begins with, as one token. */
function readBad(lexer: Lexer): void {
  const { text, position: start } = lexer;
  const pattern = /[^\s\w'{}()[\]@,.?:;=+\-*/%!<>|^]+/y;
  pushLength(lexer, 'bad', Math.max(1, match(text, start, pattern)));
  report(lexer, 'unexpected character', start);
}
