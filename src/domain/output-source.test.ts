//! What the output of a command is called where its value would matter.

import { expect, it } from 'vitest';
import { outputSource } from './expression-parts.ts';
import { literal, unknownExpression } from './literal.ts';

const at = { path: 'a.sh', start: 0, end: 0 };

it.each([
  [['az', 'ad', 'user', 'create', '--display-name', 'a'], '$(az ad user create …)'],
  [['jq', '-r', '.id'], '$(jq …)'],
  [['./get.sh'], '$(…)'],
  [[], '$(…)'],
])('%j is %s', (words, expected) => {
  const step = {
    kind: 'command' as const,
    words: words.map(it => literal(it, at)),
    environment: [],
    at,
  };
  expect(outputSource([step])).toBe(expected);
});

it('stops at a word that is not known', () => {
  const words = [literal('az', at), unknownExpression({ kind: 'not-evaluated', text: '$x' }, at)];
  expect(outputSource([{ kind: 'command', words, environment: [], at }])).toBe('$(az …)');
});
