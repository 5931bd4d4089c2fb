//! The line for a person who waits.

import { expect, test } from 'vitest';
import { withProgress } from './progress.ts';

function written(isTTY: boolean, msPerEntry: number): string {
  let text = '';
  let clock = 0;
  const output = { isTTY, write: (part: string) => (text += part) };
  const passed = [...withProgress(['a', 'b', 'c', 'd'], output, () => (clock += msPerEntry))];
  expect(passed).toEqual(['a', 'b', 'c', 'd']);
  return text;
}

test('A quick scan, or one without a person, says nothing', () => {
  expect(written(true, 10)).toBe('');
  expect(written(false, 1000)).toBe('');
});

test('A long scan counts, and wipes the line at its end', () => {
  const text = written(true, 300);
  expect(text).toContain('2 files …');
  expect(text.endsWith('\r\u001b[2K')).toBe(true);
});
