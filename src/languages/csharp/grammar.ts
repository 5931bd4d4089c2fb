//! How C# writes expressions.

import { withBlocks } from '../source-code/parse-statements.ts';
import { CSHARP } from '../source-code/profiles.ts';
import type { Grammar } from '../source-code/reader.ts';
import { typedDeclarations } from '../source-code/typed-statements.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const GRAMMAR: Grammar = withBlocks(
  {
    ...CSHARP,
    lineEnds: 'never',
    namedArgument: ':',
    arrow: '=>',
    prefixes: words('await new throw ref out in checked unchecked'),
    wordOperators: words('is as and or not switch with'),
    keywords: words('case else catch finally if for foreach while return do try lock'),
    hasGenerics: true,
    choice: 'question-mark',
    declaresVariables: true,
  },
  typedDeclarations,
);
