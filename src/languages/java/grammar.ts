//! How Java writes expressions.

import { JAVA } from '../source-code/profiles.ts';
import type { Grammar } from '../source-code/reader.ts';
import { typedBlock } from '../source-code/typed-statements.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const GRAMMAR: Grammar = {
  ...JAVA,
  lineEnds: 'never',
  arrow: '->',
  prefixes: words('new'),
  wordOperators: words('instanceof'),
  keywords: words('case else catch finally if for while return do try throw switch synchronized'),
  hasGenerics: true,
  choice: 'question-mark',
  blockOf: typedBlock,
};
