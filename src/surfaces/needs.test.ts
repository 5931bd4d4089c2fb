//! The order of jobs that need one another.

import { expect, it } from 'vitest';
import { inOrder } from './needs.ts';

/** `a:b,c` needs `b` and `c`. */
const ordered = (...jobs: readonly string[]): readonly [string, string] => {
  const { all, circle } = inOrder(
    jobs.map(job => {
      const [id = '', needs = ''] = job.split(':');
      return { id, needs: needs === '' ? [] : needs.split(',') };
    }),
  );
  return [all.map(it => it.id).join(' '), circle.join(' ')];
};

it.each([
  [['a', 'b', 'c'], 'a b c', ''],
  [['c:b', 'b:a', 'a'], 'a b c', ''],
  [['d:b,c', 'c:a', 'b:a', 'a', 'e'], 'a e c b d', ''],
  [['a:nobody', 'b:a,a'], 'a b', ''],
  [['a:a', 'b'], 'b a', 'a'],
  [['d:c', 'a:b', 'b:c', 'c:a', 'e'], 'e d a b c', 'c a b'],
  [[], '', ''],
])('%j: %s', (jobs, all, circle) => {
  expect(ordered(...jobs)).toEqual([all, circle]);
});

it('ends on long chains', () => {
  const jobs = Array.from({ length: 20_000 }, (_, at) => ({ id: `${at}`, needs: [`${at + 1}`] }));
  expect(inOrder(jobs).all[0]?.id).toBe('19999');
});
