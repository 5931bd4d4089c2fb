//! How Go writes expressions and statements.

import { withBlocks } from '../source-code/parse-statements.ts';
import { GO } from '../source-code/profiles.ts';
import type { Grammar } from '../source-code/reader.ts';
import { declarationsAt } from './parse-declarations.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const GRAMMAR: Grammar = withBlocks(
  {
    ...GO,
    lineEnds: 'always',
    prefixes: words('go defer'),
    wordOperators: words(''),
    keywords: words(
      'func case default else for if switch select return break continue goto fallthrough range var const type import package struct interface chan map',
    ),
    hasGenerics: false,
    declaresVariables: true,
    choice: 'none',
  },
  declarationsAt,
);
