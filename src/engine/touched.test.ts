//! Findings on the lines of a change, and on those that lead there.

import { expect, test } from 'vitest';
import { SAMPLE_PATH, sampleReport } from '../report/sample-report.ts';
import { onlyTouched } from './touched.ts';

const countsWhen = (path: string, touched: number): boolean =>
  onlyTouched(
    sampleReport(),
    (it, line, endLine) => it === path && line <= touched && touched <= endLine,
  ).findings.length > 0;

test.each([
  ['its own line', SAMPLE_PATH, 2, true],
  ['a line on the way there', '.github/workflows/deploy.yml', 9, true],
  ['another line', SAMPLE_PATH, 3, false],
  ['a line of another file', 'main.tf', 2, false],
])('%s', (_name, path, line, expected) => {
  expect(countsWhen(path, line)).toBe(expected);
});

test('The others are told as untouched', () => {
  const { dismissed } = onlyTouched(sampleReport(), () => false);
  expect(dismissed.map(it => it.dismissal)).toEqual([{ kind: 'untouched' }]);
});
