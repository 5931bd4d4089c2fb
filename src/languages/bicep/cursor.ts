//! A place among the tokens of a Bicep file, and how the parser moves on from there.

import type { Token, TokenKind } from './token.ts';
import type { BicepError, Extent, Name } from './tree.ts';

export interface Cursor {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly errors: BicepError[];
  /** In recovery a declaration at the start of a line closes every open bracket. */
  readonly recovers: boolean;
  index: number;
  depth: number;
}

/** Nested deeper than this is passed over, with an error; the same goes for the length of a chain of operators. */
export const DEPTH_MAX = 200;

const DECLARATIONS: ReadonlySet<string> = new Set([
  'targetScope',
  'metadata',
  'assert',
  'param',
  'var',
  'type',
  'output',
  'func',
  'resource',
  'module',
  'test',
  'import',
  'extension',
  'extensionConfig',
  'provider',
  'using',
  'extends',
]);

const ERRORS_MAX = 100;

const OPENING: ReadonlySet<TokenKind> = new Set(['{', '(', '[', 'string-start']);
const CLOSING: ReadonlySet<TokenKind> = new Set(['}', ')', ']', 'string-end']);

const FOLLOWING: ReadonlySet<TokenKind> = new Set([
  'identifier',
  'string',
  'string-start',
  '=',
  '{',
  '*',
]);

/** `ahead` tokens after the current one; the last token is repeated without end. */
export function peek(cursor: Cursor, ahead = 0): Token {
  const { tokens, index, text } = cursor;
  const end: Token = { kind: 'end', start: text.length, end: text.length };
  return tokens[index + ahead] ?? tokens.at(-1) ?? end;
}

export const isAt = (cursor: Cursor, kind: TokenKind, ahead = 0): boolean =>
  peek(cursor, ahead).kind === kind;

export const wordOf = (cursor: Cursor, token: Token): string =>
  cursor.text.slice(token.start, token.end);

export const isWord = (cursor: Cursor, word: string, ahead = 0): boolean => {
  const token = peek(cursor, ahead);
  return token.kind === 'identifier' && wordOf(cursor, token) === word;
};

export function advance(cursor: Cursor): Token {
  const token = peek(cursor);
  if (token.kind !== 'end') cursor.index += 1;
  return token;
}

/** False when something else stands there. */
export function take(cursor: Cursor, kind: TokenKind): boolean {
  if (!isAt(cursor, kind)) return false;
  cursor.index += 1;
  return true;
}

export function takeWord(cursor: Cursor, word: string): boolean {
  if (!isWord(cursor, word)) return false;
  cursor.index += 1;
  return true;
}

/** Like `take`, but another thing there is an error. */
export function expect(cursor: Cursor, kind: TokenKind): boolean {
  const isThere = take(cursor, kind);
  if (!isThere) report(cursor, `\`${kind}\` is missing`);
  return isThere;
}

export const passNewline = (cursor: Cursor): boolean => take(cursor, 'newline');

/** Where the last token that was read ends. */
export const endOfLast = (cursor: Cursor): number => cursor.tokens[cursor.index - 1]?.end ?? 0;

/** At the current token, unless another place says more. */
export function report(cursor: Cursor, message: string, at: Extent = peek(cursor)): void {
  if (cursor.errors.length >= ERRORS_MAX) return;
  const { start, end } = at;
  cursor.errors.push({ message, start, end });
}

export function takeName(cursor: Cursor): Name {
  const token = peek(cursor);
  if (take(cursor, 'identifier')) {
    return { text: wordOf(cursor, token), start: token.start, end: token.end };
  }
  report(cursor, 'a name is missing');
  return { text: '', start: token.start, end: token.start };
}

/** Passes tokens up to a line end or a closing bracket that belongs to something further out. */
export function passBroken(cursor: Cursor): void {
  let open = 0;
  for (;;) {
    const { kind } = peek(cursor);
    if (kind === 'end') return;
    if (open === 0 && (kind === 'newline' || kind === 'string-middle' || CLOSING.has(kind))) return;
    if (OPENING.has(kind)) open += 1;
    if (CLOSING.has(kind)) open -= 1;
    cursor.index += 1;
    if (kind === 'newline' && isRecoveryPoint(cursor)) return;
  }
}

/** True where, in recovery, a statement surely begins, whatever brackets are open. */
export const isRecoveryPoint = (cursor: Cursor): boolean =>
  cursor.recovers && (isDeclaration(cursor) || isDecorator(cursor));

/** A declaration's keyword at the very start of a line, with what may follow it. */
export function isDeclaration(cursor: Cursor): boolean {
  const token = peek(cursor);
  if (token.kind !== 'identifier' || !isLineStart(cursor.text, token.start)) return false;
  return DECLARATIONS.has(wordOf(cursor, token)) && FOLLOWING.has(peek(cursor, 1).kind);
}

export const isDecorator = (cursor: Cursor): boolean =>
  isAt(cursor, '@') && isLineStart(cursor.text, peek(cursor).start);

const isLineStart = (text: string, offset: number): boolean =>
  offset === 0 || /[\r\n]/.test(text.charAt(offset - 1));

/** Runs `read` one level deeper; `undefined`, with an error and what stands there passed over, when that is too deep. */
export function nested<T>(cursor: Cursor, read: () => T): T | undefined {
  if (cursor.depth >= DEPTH_MAX) {
    report(cursor, `nested deeper than ${DEPTH_MAX} levels`);
    passBroken(cursor);
    return undefined;
  }
  cursor.depth += 1;
  const result = read();
  cursor.depth -= 1;
  return result;
}

/** What stands first with all that follows it, `a.b[0]`; `undefined` from `readNext` when nothing more does. */
export function chained<T extends { readonly kind: string }>(
  cursor: Cursor,
  first: T,
  readNext: (cursor: Cursor, of: T) => T | undefined,
): T {
  let of = first;
  for (let length = 0; of.kind !== 'missing'; length += 1) {
    const longer = readNext(cursor, of);
    if (!longer) break;
    of = longer;
    if (length >= DEPTH_MAX) {
      report(cursor, `more than ${DEPTH_MAX} accesses in a row`);
      passBroken(cursor);
      break;
    }
  }
  return of;
}
