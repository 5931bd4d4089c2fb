//! Groovy text to tokens. Comments are gone; line ends stay, because they end statements.
//! Source: https://groovy-lang.org/syntax.html

import { stringAt } from './string-end.ts';
import type { Token } from './token.ts';

export interface LexError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface Lexed {
  /** The last one has the kind `end`. */
  readonly tokens: readonly Token[];
  readonly errors: readonly LexError[];
}

const BLANK = /[ \t\f\u00a0]+|\\\r?\n/y;
const LINE_END = /\r\n|\n|\r/y;
const LINE_COMMENT = /(?:\/\/|#!)[^\r\n]*/y;
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d[\w]*(?:\.\d[\w]*)?/y;
const SIGN =
  /\.\.[.<]|\.\.|\?\.|\*\.|\.&|\?:|===?~?|!==?|<=>|<=|>=|=~|&&=?|\|\|=?|\+\+|--|\+=|-=|\*=|\/=|%=|\*\*|->|<<|::|[^\s]/uy;

/** Of text[start, end); offsets are those of `text`. Never throws. */
export function lex(text: string, start: number, end: number): Lexed {
  const tokens: Token[] = [];
  const errors: LexError[] = [];
  let at = start;
  let isSpaced = false;
  while (at < end) {
    const skipped = blankEnd(text, at, end);
    if (skipped > at) {
      at = skipped;
      isSpaced = true;
      continue;
    }
    const token = tokenAt(text, at, end, isSpaced, tokens.at(-1), errors);
    tokens.push(token);
    at = token.end;
    isSpaced = false;
  }
  tokens.push({ kind: 'end', text: '', start: end, end, isSpaced });
  return { tokens, errors };
}

function blankEnd(text: string, at: number, end: number): number {
  const blank = matchEnd(BLANK, text, at) ?? lineCommentEnd(text, at);
  if (blank !== undefined) return Math.min(blank, end);
  if (!text.startsWith('/*', at)) return at;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? end : Math.min(close + 2, end);
}

/** `#!` is a comment in the first line only. */
const lineCommentEnd = (text: string, at: number): number | undefined =>
  text[at] === '#' && at > 0 ? undefined : matchEnd(LINE_COMMENT, text, at);

function tokenAt(
  text: string,
  at: number,
  end: number,
  isSpaced: boolean,
  before: Token | undefined,
  errors: LexError[],
): Token {
  const made = (kind: Token['kind'], to: number): Token => {
    const stop = Math.min(to, end);
    return { kind, text: text.slice(at, stop), start: at, end: stop, isSpaced };
  };
  const lineEnd = matchEnd(LINE_END, text, at);
  if (lineEnd !== undefined) return made('line-end', lineEnd);
  const string = stringAt(text, at, end, mayBeOperand(before));
  if (string) {
    if (!string.isClosed) {
      errors.push({ start: at, end: at + 1, message: 'the string that starts here does not end' });
    }
    return { ...made('string', string.end), quoted: string.quoted };
  }
  const name = matchEnd(NAME, text, at);
  if (name !== undefined) return made('name', name);
  const number = matchEnd(NUMBER, text, at);
  if (number !== undefined) return made('number', number);
  return made('sign', matchEnd(SIGN, text, at) ?? at + 1);
}

/** Behind a value `/` divides; everywhere else it starts a string. */
function mayBeOperand(before: Token | undefined): boolean {
  if (!before || before.kind === 'line-end') return true;
  if (before.kind === 'sign') return !/^[)\]}]$/.test(before.text);
  return before.kind === 'name' && /^(?:return|in|case|assert)$/.test(before.text);
}

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
