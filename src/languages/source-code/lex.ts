//! Program text to tokens, whatever it holds: what cannot be understood is a symbol, and damage ends with the line.

import { lexString } from './lex-string.ts';
import type { Profile } from './profile.ts';
import type { Token } from './token.ts';

/** The tokens of the whole text, in order. Never throws; linear. */
export function lex(text: string, profile: Profile): readonly Token[] {
  const lexing: Lexing = { text, profile, at: 0, lineStart: 0, isLineStart: true, depth: 0 };
  return lexUntil(lexing, undefined);
}

export interface Lexing {
  readonly text: string;
  readonly profile: Profile;
  at: number;
  lineStart: number;
  /** Nothing but blanks was on this line so far. */
  isLineStart: boolean;
  /** How many holes of strings stand around. */
  depth: number;
}

/** What ends the code in a hole of a string, outside its brackets. */
export interface HoleEnd {
  readonly closing: string;
  readonly spansLines: boolean;
  /** `:` begins a format that is no code. */
  readonly hasFormat: boolean;
}

/** Leaves `at` where it ended: before the closing braces of a hole, or at the end of the text. */
export function lexUntil(lexing: Lexing, hole: HoleEnd | undefined): readonly Token[] {
  const tokens: Token[] = [];
  let brackets = 0;
  for (;;) {
    const isOnLine = skipBlank(lexing, hole !== undefined && !hole.spansLines);
    const { text, at } = lexing;
    if (!isOnLine || at >= text.length) return tokens;
    if (hole && brackets === 0) {
      if (text.startsWith(hole.closing, at)) return tokens;
      if (hole.hasFormat && startsFormat(text, at)) {
        skipFormat(lexing, hole);
        return tokens;
      }
    }
    const token = tokenAt(lexing, tokens.at(-1));
    tokens.push(token);
    lexing.isLineStart = false;
    if (token.kind === 'symbol') brackets += BRACKETS.get(token.text) ?? 0;
    // A hole with a bracket too many ends all the same.
    if (brackets < 0) brackets = 0;
  }
}

const BRACKETS: ReadonlyMap<string, number> = new Map([
  ['(', 1],
  ['[', 1],
  ['{', 1],
  [')', -1],
  [']', -1],
  ['}', -1],
]);

/** `:>10`, `!r`; but not `!=` and `::`. */
const startsFormat = (text: string, at: number): boolean =>
  (text[at] === ':' && text[at + 1] !== ':' && text[at - 1] !== ':') ||
  (text[at] === '!' && text[at + 1] !== '=');

/** A format may hold holes of its own; they decide no text that matters. */
function skipFormat(lexing: Lexing, hole: HoleEnd): void {
  const { text } = lexing;
  let open = 0;
  for (; lexing.at < text.length; lexing.at += 1) {
    const character = text[lexing.at];
    if (character === '\n' && !hole.spansLines) return;
    if (open === 0 && text.startsWith(hole.closing, lexing.at)) return;
    if (character === '{') open += 1;
    if (character === '}') open -= 1;
  }
}

/** False at the end of a line that is not to be left. */
function skipBlank(lexing: Lexing, staysOnLine: boolean): boolean {
  const { text } = lexing;
  for (;;) {
    const code = text.charCodeAt(lexing.at);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) {
      if (staysOnLine) return false;
      lexing.at += 1;
      lexing.lineStart = lexing.at;
      lexing.isLineStart = true;
    } else if (code <= SPACE || code === 0xa0 || code === 0xfeff) lexing.at += 1;
    else if (code === BACKSLASH && isLineEnd(text, lexing.at + 1)) skipContinuation(lexing);
    else {
      const end = commentEnd(lexing);
      if (end === undefined) return true;
      passLines(lexing, end);
    }
  }
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const BACKSLASH = 92;

const isLineEnd = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r';

/** The next line goes on with this one. */
function skipContinuation(lexing: Lexing): void {
  const { text, at } = lexing;
  lexing.at = at + (text.startsWith('\r\n', at + 1) ? 3 : 2);
}

/** Moves on to `end`; the lines between do not begin a line of code. */
export function passLines(lexing: Lexing, end: number): void {
  const { text, at } = lexing;
  // Only in between: lines of a program that writes programs are as long as the file.
  const found = text.slice(at, end).lastIndexOf('\n');
  if (found >= 0) lexing.lineStart = at + found + 1;
  lexing.at = end;
}

function commentEnd({ text, profile, at, isLineStart }: Lexing): number | undefined {
  const code = text.charCodeAt(at);
  if (code !== HASH && code !== SLASH) return undefined;
  const isDirective = code === HASH && ((profile.hasDirectives && isLineStart) || at === 0);
  if (isDirective || text.startsWith(profile.lineComment, at)) return lineEnd(text, at);
  if (profile.lineComment === '#' || !text.startsWith('/*', at)) return undefined;
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

const HASH = 35;
const SLASH = 47;

function lineEnd(text: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.exec(text)?.index ?? text.length;
}

const LINE_END = /[\r\n]/g;

const NAME = /[\p{L}\p{N}_$]+/uy;
const NUMBER = /(?:0[xXbBoO][\w]*|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?\w*)/y;
const SYMBOL =
  /\?\?=|\.\.\.|===|!==|\*\*|=>|->|:=|::|\?\.|\?\?|&&|\|\||\+\+|--|[=!<>+\-*/%|&^]=|<-|./suy;

function tokenAt(lexing: Lexing, before: Token | undefined): Token {
  const { text, profile, at, lineStart, isLineStart } = lexing;
  const indent = isLineStart ? at - lineStart : undefined;
  const string = profile.stringAt(text, at);
  if (string) return { ...lexString(lexing, string), indent };
  const name = nameEnd(lexing);
  if (name !== undefined) {
    lexing.at = name;
    return { kind: 'name', text: text.slice(at, name), start: at, end: name, indent };
  }
  const literal = matchEnd(NUMBER, text, at) ?? regularExpressionEnd(lexing, before);
  if (literal !== undefined) {
    lexing.at = literal;
    return { kind: 'literal', start: at, end: literal, indent };
  }
  const end = matchEnd(SYMBOL, text, at) ?? at + 1;
  lexing.at = end;
  return { kind: 'symbol', text: text.slice(at, end), start: at, end, indent };
}

function nameEnd({ text, profile, at }: Lexing): number | undefined {
  const code = text.charCodeAt(at);
  const isSigil = profile.nameStarts.includes(text.charAt(at));
  if (isSigil) return matchEnd(NAME, text, at + 1) ?? (text[at] === '$' ? at + 1 : undefined);
  return (code >= 48 && code <= 57) || text[at] === '$' ? undefined : matchEnd(NAME, text, at);
}

/** After a value a slash divides. */
function regularExpressionEnd(lexing: Lexing, before: Token | undefined): number | undefined {
  const { text, profile, at } = lexing;
  if (!profile.hasRegularExpressions || text[at] !== '/') return undefined;
  if (before?.kind === 'literal' || before?.kind === 'string') return undefined;
  if (before?.kind === 'symbol' && /^(?:[)\]}]|\+\+|--)$/.test(before.text)) return undefined;
  if (before?.kind === 'name' && !BEFORE_OPERANDS.has(before.text)) return undefined;
  return matchEnd(REGULAR_EXPRESSION, text, at);
}

const BEFORE_OPERANDS: ReadonlySet<string> = new Set(
  'return typeof case in of delete void throw new else do instanceof yield await'.split(' '),
);

const REGULAR_EXPRESSION = /\/(?:[^\\/[\r\n]|\\.|\[(?:[^\]\\\r\n]|\\.)*\])+\/\w*/y;

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
