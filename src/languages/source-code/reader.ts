//! Tokens under a cursor, and the brackets that belong together.

import type { Profile } from './profile.ts';
import type { Stretch, Token } from './token.ts';
import type { Statement } from './tree.ts';

/** How a language writes expressions. */
export interface Grammar extends Profile {
  /** A line end ends a statement: always, unless the next line goes on with an operator, or never. */
  readonly lineEnds: 'always' | 'unless-continued' | 'never';
  /** Between the name of an argument and its value. */
  readonly namedArgument?: '=' | ':';
  /** Between the parameters of a nameless function and its body. */
  readonly arrow?: '=>' | '->';
  /** Words in front of an operand that change nothing that matters: `await`. */
  readonly prefixes: ReadonlySet<string>;
  /** Operators that are words, `instanceof`. */
  readonly wordOperators: ReadonlySet<string>;
  /** Words that begin or end statements, and so end an expression that has lost its way. */
  readonly keywords: ReadonlySet<string>;
  readonly hasGenerics: boolean;
  /** A name is declared before it is given anything: `x = 1` alone means one of those around. */
  readonly declaresVariables?: true;
  /** `'a if b else c'`, or `b ? a : c`. */
  readonly choice: 'if-else' | 'question-mark' | 'none';
  /** The statements of a block whose brace is the next token; leaves the cursor after it. */
  blockOf(reader: Reader): readonly Statement[];
}

export interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Of each bracket the index of the one that belongs to it; -1 for none. */
  readonly mates: Int32Array;
  readonly grammar: Grammar;
  at: number;
  /** Line ends count only outside brackets. */
  isInBrackets: boolean;
  /** Braces begin a block here, not a value: the condition of Go's `if`. */
  isInHead: boolean;
  depth: number;
}

/** Deeper nesting is passed over. */
export const DEPTH_MAX = 150;

export const readerOf = (
  text: string,
  tokens: readonly Token[],
  grammar: Grammar,
  depth = 0,
): Reader => ({
  text,
  tokens,
  mates: matesOf(tokens),
  grammar,
  at: 0,
  isInBrackets: false,
  isInHead: false,
  depth,
});

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

const CLOSERS: ReadonlySet<string> = new Set(CLOSING.values());

/** A bracket that is missing costs those between it and the next that fits. */
function matesOf(tokens: readonly Token[]): Int32Array {
  const mates = new Int32Array(tokens.length).fill(-1);
  const open: { readonly index: number; readonly closing: string }[] = [];
  const waiting = new Map<string, number>();
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'symbol') continue;
    const closing = CLOSING.get(token.text);
    if (closing !== undefined) {
      open.push({ index, closing });
      waiting.set(closing, (waiting.get(closing) ?? 0) + 1);
    } else if (CLOSERS.has(token.text) && (waiting.get(token.text) ?? 0) > 0) {
      for (let last = open.pop(); last; last = open.pop()) {
        waiting.set(last.closing, (waiting.get(last.closing) ?? 1) - 1);
        if (last.closing !== token.text) continue;
        mates[last.index] = index;
        mates[index] = last.index;
        break;
      }
    }
  }
  return mates;
}

export const peek = (reader: Reader, ahead = 0): Token | undefined =>
  reader.tokens[reader.at + ahead];

/** Of a name or symbol; `''` for the rest. */
export const textAt = (reader: Reader, ahead = 0): string => {
  const token = peek(reader, ahead);
  return token?.kind === 'name' || token?.kind === 'symbol' ? token.text : '';
};

export const isSymbol = (reader: Reader, text: string, ahead = 0): boolean => {
  const token = peek(reader, ahead);
  return token?.kind === 'symbol' && token.text === text;
};

export const isWord = (reader: Reader, text: string, ahead = 0): boolean => {
  const token = peek(reader, ahead);
  return token?.kind === 'name' && token.text === text;
};

/** Passes the symbol, if it is next. */
export function take(reader: Reader, text: string): boolean {
  if (!isSymbol(reader, text)) return false;
  reader.at += 1;
  return true;
}

export function takeWord(reader: Reader, text: string): boolean {
  if (!isWord(reader, text)) return false;
  reader.at += 1;
  return true;
}

/** The name under the cursor, passed. */
export function takeName(reader: Reader): string | undefined {
  const token = peek(reader);
  if (token?.kind !== 'name') return undefined;
  reader.at += 1;
  return token.text;
}

/** Index of the bracket that closes the one at `at`; the end of the text when there is none. */
export const closingOf = (reader: Reader, at = reader.at): number => {
  const mate = reader.mates[at] ?? -1;
  return mate > at ? mate : reader.tokens.length;
};

/** From the token at `from` to the one before the cursor. */
export function stretchFrom(reader: Reader, from: number): Stretch {
  const start = reader.tokens[from]?.start ?? reader.text.length;
  const end = reader.tokens[Math.max(from, reader.at - 1)]?.end ?? reader.text.length;
  return { start, end: Math.max(start, end) };
}

/** Whether the next token stands on a line of its own that the statement does not go on in. */
export function isAtLineEnd(reader: Reader): boolean {
  const token = peek(reader);
  if (!token) return true;
  if (reader.isInBrackets || token.indent === undefined) return false;
  switch (reader.grammar.lineEnds) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'unless-continued':
      return token.kind !== 'symbol' || !CONTINUES.has(token.text);
  }
}

/** What a statement may go on with in the next line. */
const CONTINUES: ReadonlySet<string> = new Set(
  '. ?. , + - * / % ** ? : && || ?? = == === != !== < > <= >= => ) ] & |'.split(' '),
);

/** Runs with the line ends of brackets, `inside` or not, and gives back what was before. */
export function within<T>(reader: Reader, isInBrackets: boolean, read: () => T): T {
  const { isInBrackets: before, isInHead } = reader;
  reader.isInBrackets = isInBrackets;
  reader.isInHead = false;
  const result = read();
  reader.isInBrackets = before;
  reader.isInHead = isInHead;
  return result;
}
