//! Version constraints, and whether they leave room for a version.

import { expect, it } from 'vitest';
import { staysBelow } from './versions.ts';

it.each([
  ['1.44.0', true],
  ['=2.99', true],
  ['= 3.44.0', false],
  ['~> 2.0', true],
  ['~> 2.46.0', true],
  ['~> 3.0', false],
  ['~> 3.40.0', true],
  ['~> 3.43.1', true],
  ['~> 3.44.0', false],
  ['~> 2', false],
  ['< 3.0', true],
  ['< 3.44.0', true],
  ['< 3.45', false],
  ['<= 3.43', true],
  ['<= 3.44', false],
  ['>= 2.0', false],
  ['>= 2.0, < 3.0', true],
  ['>= 2.0, != 2.9.0', false],
  ['!= 1.0', false],
  ['', false],
  ['latest', false],
])('%s below 3.44: %s', (constraint, expected) => {
  expect(staysBelow(constraint, [3, 44, 0])).toBe(expected);
});
