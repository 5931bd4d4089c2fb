//! How JavaScript and TypeScript are written.
//! Source: https://tc39.es/ecma262/

import { withBlocks } from '../source-code/parse-statements.ts';
import { JAVASCRIPT } from '../source-code/profiles.ts';
import { declarationsAt } from './parse-declarations.ts';

export const GRAMMAR = withBlocks(
  {
    ...JAVASCRIPT,
    lineEnds: 'unless-continued',
    arrow: '=>',
    prefixes: new Set(['await', 'typeof', 'void', 'delete', 'new', 'yield']),
    wordOperators: new Set(['in', 'instanceof', 'as', 'satisfies']),
    keywords: new Set(
      'function class if else for while do switch case default try catch finally return throw break continue const let var export'.split(
        ' ',
      ),
    ),
    hasGenerics: true,
    choice: 'question-mark',
  },
  declarationsAt,
);
