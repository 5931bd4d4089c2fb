//! Strings: where they end, and the code in their holes.

import { type Lexing, lexUntil, passLines } from './lex.ts';
import type { StringStart } from './profile.ts';
import type { StringPart, StringToken } from './token.ts';

/** Strings in holes of strings; in deeper ones holes are text. */
const HOLES_DEEP_MAX = 24;

/** Leaves `at` after the string. One of one line ends with the line, closed or not. */
export function lexString(lexing: Lexing, string: StringStart): StringToken {
  const { text, at: start, depth } = lexing;
  const parts: StringPart[] = [];
  let from = string.from;
  lexing.at = from;
  const finish = (textEnd: number, end: number): StringToken => {
    if (textEnd > from) parts.push({ kind: 'text', start: from, end: textEnd });
    lexing.at = start;
    passLines(lexing, end);
    return { kind: 'string', manner: string.manner, parts, start, end, indent: undefined };
  };
  while (lexing.at < text.length) {
    const { at } = lexing;
    const step = stepAt(text, at, string, depth);
    if (step.kind === 'close') return finish(step.textEnd, step.end);
    if (step.kind === 'text') {
      lexing.at = step.end;
      continue;
    }
    if (at > from) parts.push({ kind: 'text', start: from, end: at });
    parts.push(holeAt(lexing, string, step.open));
    from = lexing.at;
  }
  return finish(text.length, text.length);
}

type StringStep =
  | { readonly kind: 'text'; readonly end: number }
  | { readonly kind: 'close'; readonly textEnd: number; readonly end: number }
  /** `open` is where its code begins. */
  | { readonly kind: 'hole'; readonly open: number };

/** What has a meaning of its own in some string: the rest is passed in one go. */
const PLAIN = /[^\\"'`{}$\r\n]+/y;

function stepAt(text: string, at: number, string: StringStart, depth: number): StringStep {
  PLAIN.lastIndex = at;
  if (PLAIN.test(text)) return { kind: 'text', end: PLAIN.lastIndex };
  const { closing, manner } = string;
  if (text.startsWith(closing, at)) return closeAt(text, at, string);
  const character = text[at];
  if (character === '\\' && string.hasBackslashes) {
    return { kind: 'text', end: at + (text.startsWith('\r\n', at + 1) ? 3 : 2) };
  }
  if ((character === '\n' || character === '\r') && !string.spansLines) {
    return { kind: 'close', textEnd: at, end: at };
  }
  const opening = string.holeOpening;
  if (opening === undefined || !text.startsWith(opening, at) || depth >= HOLES_DEEP_MAX) {
    return { kind: 'text', end: at + 1 };
  }
  if (manner.doublesBraces && text[at + 1] === '{') return { kind: 'text', end: at + 2 };
  // More braces than the opening has are text in front of it.
  return opening.startsWith('{') && !manner.doublesBraces && text[at + opening.length] === '{'
    ? { kind: 'text', end: at + 1 }
    : { kind: 'hole', open: at + opening.length };
}

function closeAt(text: string, at: number, string: StringStart): StringStep {
  const { closing, manner } = string;
  if (manner.escapes === 'doubled-quote' && text.startsWith(closing, at + 1)) {
    return { kind: 'text', end: at + 2 };
  }
  let end = at + closing.length;
  while (string.takesMoreQuotes && text[end] === closing[0]) end += 1;
  return { kind: 'close', textEnd: end - closing.length, end };
}

/** Leaves `at` after the closing braces; a hole that the line ends has none. */
function holeAt(lexing: Lexing, string: StringStart, open: number): StringPart {
  const { at: start, isLineStart } = lexing;
  const opening = string.holeOpening ?? '{';
  const closing = '}'.repeat(opening.startsWith('$') ? 1 : opening.length);
  lexing.at = open;
  lexing.isLineStart = false;
  lexing.depth += 1;
  const hasFormat = !opening.startsWith('$');
  const tokens = lexUntil(lexing, { closing, spansLines: string.spansLines, hasFormat });
  lexing.depth -= 1;
  lexing.isLineStart = isLineStart;
  if (lexing.text.startsWith(closing, lexing.at)) lexing.at += closing.length;
  return { kind: 'hole', tokens, start, end: lexing.at };
}
