//! The file of known findings.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { baselineText, readBaseline } from './baseline-file.ts';

const entry = { path: 'a.sh', rule: 'user-password-sign-in', key: '1111', count: 2 };

const mistakesIn = (text: string): readonly string[] => {
  const read = readBaseline('known.json', text);
  return read.kind === 'mistakes' ? read.mistakes.map(it => `${it.line}: ${it.message}`) : [];
};

test('What is written is read, with the line of each entry', () => {
  const text = baselineText([entry, { ...entry, path: 'b.sh' }]);
  expect(readBaseline('known.json', text)).toEqual({
    kind: 'baseline',
    baseline: {
      path: 'known.json',
      entries: [
        { ...entry, line: 4 },
        { ...entry, path: 'b.sh', line: 5 },
      ],
    },
  });
});

test('Whatever a path holds comes back', () => {
  const path = fc.string({ minLength: 1, unit: 'binary' });
  fc.assert(
    fc.property(fc.array(path), paths => {
      const text = baselineText(paths.map(it => ({ ...entry, path: it })));
      const read = readBaseline('known.json', text);
      expect(read.kind === 'baseline' && read.baseline.entries.map(it => it.path)).toEqual(paths);
    }),
  );
});

test.each([
  ['{"version": 2, "findings": []}', '1: `version` is `2`; it can be `1`'],
  ['{"version": 1}', '1: the file needs `findings`'],
  [
    '{"version": 1,\n"findings": [\n{"path": "a", "rule": "b", "key": "c", "count": 0}]}',
    '3: `findings[1].count` is `0`; it must be more',
  ],
])('%j is a mistake', (text, mistake) => {
  expect(mistakesIn(text)).toEqual([mistake]);
});
