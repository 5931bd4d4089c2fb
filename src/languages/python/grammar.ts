//! How Python is written.
//! Source: https://docs.python.org/3/reference/grammar.html

import { PYTHON } from '../source-code/profiles.ts';
import type { Grammar } from '../source-code/reader.ts';

export const KEYWORDS: ReadonlySet<string> = new Set(
  'def class if elif else for while try except finally with return raise break continue pass import from global nonlocal del assert in is and or as'.split(
    ' ',
  ),
);

export const GRAMMAR: Grammar = {
  ...PYTHON,
  lineEnds: 'always',
  namedArgument: '=',
  prefixes: new Set(['await', 'not', 'yield']),
  wordOperators: new Set(['and', 'or', 'in', 'is', 'not', 'for']),
  keywords: KEYWORDS,
  hasGenerics: false,
  choice: 'if-else',
  blockOf: () => [],
};
