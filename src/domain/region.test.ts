import { expect, it } from 'vitest';
import { type Region, spanOf } from './region.ts';

/** `echo a` in quotes from offset 9 to 17, with an argument that the host puts behind it. */
const region: Region = {
  at: { path: 'a', start: 9, end: 17 },
  text: 'echo a $@',
  segments: [{ guest: 0, host: 10, length: 6 }],
  holes: [],
};

it.each([
  ['what stands there', 5, 6, 15, 16],
  ['what was put in', 7, 9, 16, 17],
  ['what stands there with what was put in', 0, 9, 10, 17],
])('%s has a place in the region', (_, start, end, from, to) => {
  expect(spanOf(region, start, end)).toEqual({ path: 'a', start: from, end: to });
});

it('nothing is longer than a text that ends in the middle', () => {
  const broken = { ...region, at: { path: 'a', start: 9, end: 16 } };
  expect(spanOf(broken, 7, 9)).toEqual({ path: 'a', start: 16, end: 16 });
});
