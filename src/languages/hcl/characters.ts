//! Which characters make a name or a number in HCL.

export const CODE = {
  tab: 0x09,
  lineFeed: 0x0a,
  carriageReturn: 0x0d,
  space: 0x20,
  exclamation: 0x21,
  quote: 0x22,
  hash: 0x23,
  dollar: 0x24,
  percent: 0x25,
  parenthesisOpen: 0x28,
  parenthesisClose: 0x29,
  asterisk: 0x2a,
  comma: 0x2c,
  minus: 0x2d,
  dot: 0x2e,
  slash: 0x2f,
  colon: 0x3a,
  less: 0x3c,
  equals: 0x3d,
  question: 0x3f,
  bracketOpen: 0x5b,
  backslash: 0x5c,
  bracketClose: 0x5d,
  braceOpen: 0x7b,
  braceClose: 0x7d,
  tilde: 0x7e,
} as const;

export const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** Space and tab: line ends are another matter in HCL. */
export const isBlank = (code: number): boolean => code === CODE.space || code === CODE.tab;

export const isSpace = (code: number): boolean =>
  isBlank(code) || code === CODE.lineFeed || code === CODE.carriageReturn;

export const isNameStart = (code: number): boolean =>
  isLetter(code) || code === 0x5f || (code > 0x7f && isWide(code, /\p{ID_Start}/u));

export const isNamePart = (code: number): boolean =>
  isLetter(code) ||
  code === 0x5f ||
  code === CODE.minus ||
  isDigit(code) ||
  (code > 0x7f && isWide(code, /\p{ID_Continue}/u));

const isLetter = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);

/** Halves of a surrogate pair pass unseen: a wrong name does no harm. */
const isWide = (code: number, pattern: RegExp): boolean =>
  (code >= 0xd800 && code <= 0xdfff) || pattern.test(String.fromCharCode(code));
