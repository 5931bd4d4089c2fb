//! The words and signs of Bicep.

export const SYMBOLS = [
  '...',
  '=>',
  '==',
  '=~',
  '!=',
  '!~',
  '<=',
  '>=',
  '&&',
  '||',
  '??',
  '::',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '@',
  ',',
  '.',
  '?',
  ':',
  ';',
  '=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '!',
  '<',
  '>',
  '|',
  '^',
] as const;

export type TokenKind =
  | (typeof SYMBOLS)[number]
  | 'identifier'
  | 'integer'
  /** A whole string without interpolation. */
  | 'string'
  /** From the quote to `${`, from `}` to `${`, from `}` to the quote. */
  | 'string-start'
  | 'string-middle'
  | 'string-end'
  /** One or more line ends with nothing but white space and comments between them. */
  | 'newline'
  | 'bad'
  | 'end';

export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}
