//! Which characters PowerShell takes for dashes, quotes and parts of names.
//! Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_special_characters,
//! https://github.com/PowerShell/PowerShell/blob/master/src/System.Management.Automation/engine/parser/CharTraits.cs

/** Typographic ones count too: scripts are pasted from documents. */
const DASHES = new Set(['-', '\u2013', '\u2014', '\u2015']);
const SINGLE_QUOTES = new Set(["'", '\u2018', '\u2019', '\u201a', '\u201b']);
const DOUBLE_QUOTES = new Set(['"', '\u201c', '\u201d', '\u201e']);

export const isDash = (letter: string): boolean => DASHES.has(letter);

export const isSingleQuote = (letter: string): boolean => SINGLE_QUOTES.has(letter);

export const isDoubleQuote = (letter: string): boolean => DOUBLE_QUOTES.has(letter);

export const isQuote = (letter: string): boolean => isSingleQuote(letter) || isDoubleQuote(letter);

const NAME = /[\p{L}\p{Nd}_]/u;

export const isNamePart = (letter: string): boolean => letter !== '' && NAME.test(letter);

export const isLetter = (letter: string): boolean => /[A-Za-z_]/.test(letter);

export const isDigit = (letter: string): boolean => letter >= '0' && letter <= '9' && letter !== '';

/** Ends a bare word. */
export const endsWord = (letter: string): boolean =>
  letter === '' || ' \t\r\n\f\v\u0085\u00a0;|&(){},'.includes(letter);

/** Sticky: letters, digits and `_`. */
export const NAME_AT = /[\p{L}\p{Nd}_]+/uy;
