import { expect, it } from 'vitest';
import { sourceFile } from '../domain/source-file.ts';
import { csharp } from './csharp/csharp.ts';
import { go } from './go/go.ts';
import { java } from './java/java.ts';
import { javascript } from './javascript/javascript.ts';
import { python } from './python/python.ts';

const SURFACES = [csharp, go, java, javascript, python];

const isAside = (path: string): boolean | undefined =>
  SURFACES.find(it => it.matches(path, '#!/usr/bin/env python3'))?.extract(sourceFile(path, ''))
    .isAside;

it.each([
  'tests/login.py',
  'src/test/java/org/LoginTest.java',
  'LoginTests.java',
  'test_login.py',
  'login_pb2_grpc.py',
  'pkg/auth_test.go',
  'api/zz_generated.deepcopy.go',
  'src/auth.spec.ts',
  'e2e_tests/helpers.py',
  'Deploy.Tests/Login.cs',
  'Form.Designer.cs',
  'vendor/github.com/x/auth.go',
  'samples/login.js',
])('%s is set aside', path => {
  expect(isAside(path)).toBe(true);
});

it.each(['deploy.py', 'src/latest/login.py', 'contest.js', 'attest/login.ts', 'tests/login'])(
  '%s is not',
  path => {
    expect(isAside(path)).toBeUndefined();
  },
);
