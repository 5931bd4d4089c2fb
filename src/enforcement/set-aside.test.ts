import { expect, it } from 'vitest';
import type { EntryPoint } from '../domain/model.ts';
import { isSetAside } from './set-aside.ts';

const byHand: EntryPoint = {
  id: 'a',
  title: 'a',
  reach: 'manual',
  at: { path: 'a', start: 0, end: 0 },
};

it.each([
  'tests/login.py',
  'src/test/java/org/LoginTest.java',
  'test_login.py',
  'pkg/auth_test.go',
  'src/auth.spec.ts',
  'e2e_tests/helpers.py',
  'Deploy.Tests/Login.cs',
  'vendor/github.com/x/auth.go',
  'samples/login.js',
])('%s is set aside, unless a pipeline runs it', path => {
  expect(isSetAside(path, byHand)).toBe(true);
  expect(isSetAside(path, { ...byHand, reach: 'pipeline' })).toBe(false);
});

it.each(['deploy.py', 'src/latest/login.py', 'contest.js', 'attest/login.ts', 'tests/login.sh'])(
  '%s is not',
  path => {
    expect(isSetAside(path, byHand)).toBe(false);
  },
);
