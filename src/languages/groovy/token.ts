//! What the lexer gives: names, numbers, strings, signs and line ends, with their offsets.

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'sign' | 'line-end' | 'end';
  /** As written; for a string the whole of it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly isSpaced: boolean;
  /** For a string: what stands between its quotes. */
  readonly quoted?: Quoted;
}

/** Between the quotes of a string. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  readonly style: 'single' | 'double' | 'slashy' | 'dollar-slashy';
}
