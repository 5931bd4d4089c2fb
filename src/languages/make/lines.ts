//! Lines of a Makefile as make joins them: one that ends in a backslash goes on in the next.

import type { Stretch } from './tree.ts';

export interface MakeLine extends Stretch {
  /** It begins with a tab, or whatever stands for it. */
  readonly isRecipe: boolean;
}

/** Without their line ends. */
export function linesOf(text: string): readonly MakeLine[] {
  const prefix = /^\.RECIPEPREFIX\s*:?=[ \t]*(\S)/m.exec(text)?.[1] ?? '\t';
  const lines: MakeLine[] = [];
  let start = 0;
  while (start < text.length) {
    const end = endOfLine(text, start);
    lines.push({ start, end, isRecipe: text.startsWith(prefix, start) });
    start = end + (text.startsWith('\r\n', end) ? 2 : 1);
  }
  return lines;
}

function endOfLine(text: string, start: number): number {
  let from = start;
  for (;;) {
    const newline = text.indexOf('\n', from);
    if (newline < 0) return text.length;
    const end = text.charAt(newline - 1) === '\r' && newline > start ? newline - 1 : newline;
    if (!isContinued(text, start, end)) return end;
    from = newline + 1;
  }
}

function isContinued(text: string, start: number, end: number): boolean {
  let backslashes = 0;
  while (end - backslashes > start && text.charAt(end - backslashes - 1) === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/** Without white space at both ends. */
export function trimmed(text: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  while (from < to && isSpace(text.charAt(from))) from += 1;
  while (to > from && isSpace(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

const isSpace = (letter: string): boolean => /[\s]/.test(letter);

/** Up to a `#` that begins a comment. */
export function withoutComment(text: string, { start, end }: Stretch): Stretch {
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    if (letter === '\\') at += 1;
    else if (letter === '$' && /[({]/.test(text.charAt(at + 1))) at = closing(text, at + 1, end);
    else if (letter === '#') return { start, end: at };
  }
  return { start, end };
}

/** Of the bracket that closes the one at `open`; `end` when none does. */
export function closing(text: string, open: number, end: number): number {
  const opener = text.charAt(open);
  const closer = opener === '(' ? ')' : '}';
  let depth = 0;
  for (let at = open; at < end; at += 1) {
    const letter = text.charAt(at);
    if (letter === opener) depth += 1;
    else if (letter === closer) depth -= 1;
    if (depth === 0) return at;
  }
  return end;
}
