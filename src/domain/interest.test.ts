import { describe, expect, it } from 'vitest';
import { interestOf } from './interest.ts';

const reader = { id: 'a', title: 'a', programs: [] };

describe('what of code is of interest', () => {
  const interest = interestOf([
    reader,
    { ...reader, libraries: /^requests/, codeWords: /grant_type/ },
    { ...reader, libraries: /azure/i, codeWords: /azure|\baz / },
  ]);

  it.each([
    ['requests', true],
    ['os Azure.Identity', true],
    ['os', false],
  ])('is the library %s: %s', (names, isOne) => {
    expect(interest.isLibrary(names)).toBe(isOne);
  });

  it.each([
    ['GRANT_TYPE=password', true],
    ['run("az login")', true],
    ['print(1)', false],
  ])('is in %s: %s', (text, isThere) => {
    expect(interest.isIn(text)).toBe(isThere);
  });

  it('is nothing where no reader reads code', () => {
    expect(interestOf([reader]).isIn('')).toBe(false);
    expect(interestOf([reader]).isLibrary('azure')).toBe(false);
  });
});
