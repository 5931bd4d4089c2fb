//! What the parser package would take minutes and gigabytes for, found before it starts.

import { Lexer } from 'yaml';

/** In UTF-16 code units. */
export const TEXT_MAX = 1_000_000;
export const DEPTH_MAX = 200;

/** `undefined` when the text can be parsed; else why not, as a clause. */
export function whyTooMuch(text: string): string | undefined {
  if (text.length > TEXT_MAX) return `is larger than ${TEXT_MAX} characters`;
  if (COMPACT.test(text) || isDeepFlow(text)) return `is nested deeper than ${DEPTH_MAX} levels`;
  return undefined;
}

/** Many collections on one line: `- - - …`. */
const COMPACT = /^[ \t]*(?:[-?:][ \t]+){200}/m;

function isDeepFlow(text: string): boolean {
  if (!hasBrackets(text, DEPTH_MAX)) return false;
  let depth = 0;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '{' || lexeme === '[') depth += 1;
    else if (lexeme === '}' || lexeme === ']') depth -= 1;
    if (depth > DEPTH_MAX) return true;
  }
  return false;
}

/** Without so many brackets there cannot be such a depth, and most files need no second look. */
function hasBrackets(text: string, most: number): boolean {
  let count = 0;
  for (const _ of text.matchAll(/[[{]/g)) {
    count += 1;
    if (count > most) return true;
  }
  return false;
}
