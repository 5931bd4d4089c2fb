//! How C# writes expressions.

import { CSHARP } from '../source-code/profiles.ts';
import type { Grammar } from '../source-code/reader.ts';
import { typedBlock } from '../source-code/typed-statements.ts';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

export const GRAMMAR: Grammar = {
  ...CSHARP,
  lineEnds: 'never',
  namedArgument: ':',
  arrow: '=>',
  prefixes: words('await new throw ref out in checked unchecked'),
  wordOperators: words('is as and or not switch with'),
  keywords: words('case else catch finally if for foreach while return do try lock'),
  hasGenerics: true,
  choice: 'question-mark',
  blockOf: typedBlock,
};
