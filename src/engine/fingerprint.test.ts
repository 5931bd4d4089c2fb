//! What changes a finding's fingerprint, and what does not.

import { expect, test } from 'vitest';
import { fingerprintsOf, type Identified, keyOf } from './fingerprint.ts';

const finding: Identified = {
  rule: 'user-password-sign-in',
  path: 'deploy.yml',
  entryPoints: ['deploy.yml#deploy', 'deploy.yml#release'],
  line: '      - run: az login -u "$USER"',
};

const [expected] = fingerprintsOf([finding]);

test.each<{ name: string; change: Partial<Identified> }>([
  { name: 'indentation', change: { line: '- run:   az login -u "$USER"  ' } },
  {
    name: 'the order of entry points',
    change: { entryPoints: [...finding.entryPoints].reverse() },
  },
])('$name does not change it', ({ change }) => {
  expect(fingerprintsOf([{ ...finding, ...change }])).toEqual([expected]);
});

test.each<{ name: string; change: Partial<Identified> }>([
  { name: 'another rule', change: { rule: 'ambient-identity' } },
  { name: 'another file', change: { path: 'release.yml' } },
  { name: 'another entry point', change: { entryPoints: ['deploy.yml#test'] } },
  { name: 'another text', change: { line: '- run: az login -u "$ADMIN"' } },
])('$name changes it', ({ change }) => {
  expect(fingerprintsOf([{ ...finding, ...change }])).not.toEqual([expected]);
});

test('It is 32 hexadecimal digits', () => {
  expect(expected).toMatch(/^[0-9a-f]{32}$/);
});

test('Of equal findings each has its own, the first the same as if it were alone', () => {
  const three = fingerprintsOf([finding, finding, finding]);
  expect(three[0]).toBe(expected);
  expect(new Set(three).size).toBe(3);
});

test('Its key is of the rule and of the text alone', () => {
  const key = keyOf('ambient-identity', 'az login');
  expect(keyOf('ambient-identity', ' az   login')).toBe(key);
  expect(keyOf('user-password-sign-in', 'az login')).not.toBe(key);
  expect(keyOf('ambient-identity', 'az login -u ann')).not.toBe(key);
});
