//! What of program code can be of interest to anyone: a language keeps silent about the rest, a surface reads no file without it.

import type { Reader } from './reader.ts';

export interface Interest {
  /** By the name that imports say; of several that it may be, with spaces between them, any. */
  isLibrary(names: string): boolean;
  /** Whether a text of code says something of which a sign-in or an operation can come. */
  isIn(text: string): boolean;
}

/** Wrong only in being true too often. */
export function interestOf(readers: readonly Reader[]): Interest {
  const libraries = readers.flatMap(it => it.libraries ?? []);
  const words = readers.flatMap(it => it.codeWords?.source ?? []);
  const anyWord = new RegExp(words.length === 0 ? '(?!)' : [...new Set(words)].join('|'), 'i');
  return {
    isLibrary: names => names.split(' ').some(name => libraries.some(it => it.test(name))),
    isIn: text => anyWord.test(text),
  };
}

/** Of a text by itself everything is. */
export const EVERYTHING: Interest = { isLibrary: () => true, isIn: () => true };
