//! Where the parser stands in its tokens, and how it moves on.

import { type Region, spanOf, verbatim } from '../../domain/region.ts';
import type { Problem, Span } from '../../domain/span.ts';
import { lex } from './lex.ts';
import type { Token } from './token.ts';

export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly whole: Region;
  readonly problems: Problem[];
  index: number;
  depth: number;
  /** Inside brackets a line end says nothing. */
  isBracketed: boolean;
}

/** Constructs inside constructs; what is deeper is passed over. */
export const DEPTH_MAX = 200;

export function readerOf(path: string, text: string, start: number, end: number): Reader {
  const { tokens, errors } = lex(text, start, end);
  const whole = verbatim(path, text, 0);
  const problems = errors.map(it => ({
    at: spanOf(whole, it.start, it.end),
    message: `not valid Groovy: ${it.message}`,
  }));
  return { text, tokens, whole, problems, index: 0, depth: 0, isBracketed: false };
}

/** The next token; the last one, of the kind `end`, stays. */
export function peek(reader: Reader): Token {
  if (reader.isBracketed) skipLineEnds(reader);
  return tokenAfter(reader, 0);
}

/** Counts line ends as any other. */
export function tokenAfter(reader: Reader, ahead: number): Token {
  const { tokens, index } = reader;
  return tokens[index + ahead] ?? tokens.at(-1) ?? NO_TOKEN;
}

const NO_TOKEN: Token = { kind: 'end', text: '', start: 0, end: 0, isSpaced: false };

export function take(reader: Reader): Token {
  const token = peek(reader);
  if (token.kind !== 'end') reader.index += 1;
  return token;
}

export function skipLineEnds(reader: Reader): void {
  while (tokenAfter(reader, 0).kind === 'line-end') reader.index += 1;
}

/** The first token behind line ends, without moving. */
export function nextBehindLineEnds(reader: Reader): Token {
  let ahead = 0;
  while (tokenAfter(reader, ahead).kind === 'line-end') ahead += 1;
  return tokenAfter(reader, ahead);
}

export const isSign = (token: Token, text: string): boolean =>
  token.kind === 'sign' && token.text === text;

export const isWord = (token: Token, text: string): boolean =>
  token.kind === 'name' && token.text === text;

/** Takes the sign when it comes next. */
export function takeSign(reader: Reader, text: string): boolean {
  if (!isSign(peek(reader), text)) return false;
  take(reader);
  return true;
}

/** From the token at `start` to the last one taken. */
export function spanFrom(reader: Reader, start: number): Span {
  const last = reader.tokens[Math.max(0, reader.index - 1)] ?? NO_TOKEN;
  return { path: reader.whole.at.path, start, end: Math.max(start, last.end) };
}

/** Runs `read` with line ends that count or do not, and puts back what was. */
export function withBrackets<T>(reader: Reader, isBracketed: boolean, read: () => T): T {
  const before = reader.isBracketed;
  reader.isBracketed = isBracketed;
  const result = read();
  reader.isBracketed = before;
  return result;
}

/** In tokens: the parameters of a function are fewer. */
const BRACKET_LENGTH_MAX = 500;

/** Index of the token that closes the bracket at `index`; `undefined` when none does nearby. */
export function closingIndex(reader: Reader, index: number): number | undefined {
  let open = 0;
  for (let at = index; at < Math.min(reader.tokens.length, index + BRACKET_LENGTH_MAX); at += 1) {
    const token = reader.tokens[at];
    if (token?.kind !== 'sign') continue;
    if (/^[([{]$/.test(token.text)) open += 1;
    if (/^[)\]}]$/.test(token.text)) {
      open -= 1;
      if (open === 0) return at;
    }
  }
  return undefined;
}
