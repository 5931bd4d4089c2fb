//! How Java writes expressions.

import { withBlocks } from '../source-code/parse-statements.ts';
import { JAVA } from '../source-code/profiles.ts';
import type { Grammar } from '../source-code/reader.ts';
import { typedDeclarations } from '../source-code/typed-statements.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const GRAMMAR: Grammar = withBlocks(
  {
    ...JAVA,
    lineEnds: 'never',
    arrow: '->',
    prefixes: words('new'),
    wordOperators: words('instanceof'),
    keywords: words('case else catch finally if for while return do try throw switch synchronized'),
    hasGenerics: true,
    choice: 'question-mark',
    declaresVariables: true,
  },
  typedDeclarations,
);
