//! What the lexer and the parser have to know of a programming language.

import type { StringManner } from './token.ts';

export interface Profile {
  /** What starts a comment to the end of the line. */
  readonly lineComment: '#' | '//';
  /** `#if`, `#region` at the start of a line are passed over. */
  readonly hasDirectives: boolean;
  /** A slash where an operand may stand starts a regular expression. */
  readonly hasRegularExpressions: boolean;
  /** Characters other than letters and `_` that begin a name: `$`, `@`. */
  readonly nameStarts: string;
  /** The string that starts at `at`, if one does. */
  stringAt(text: string, at: number): StringStart | undefined;
}

export interface StringStart {
  readonly manner: StringManner;
  /** After the opening quotes. */
  readonly from: number;
  readonly closing: string;
  /** More quotes than the closing ones may stand before them: `"""a""""`. */
  readonly takesMoreQuotes: boolean;
  readonly spansLines: boolean;
  /** A backslash takes away the meaning of the character behind it. */
  readonly hasBackslashes: boolean;
  /** `{`, `${`, `{{`; absent for strings without holes. */
  readonly holeOpening?: string;
}
