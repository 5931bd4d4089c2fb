//! A repository that begins to use it.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { runCommand } from './command.ts';

const DEPLOY = `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: az login --username deploy@contoso.com --password "$PASSWORD"
      - run: az group create --name app --location westeurope
`;

function run(folder: string, ...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = runCommand(args, {
    currentFolder: folder,
    environment: {},
    stdout: { write: text => (out += text) },
    stderr: { write: text => (err += text) },
    now: () => 0,
    today: () => '2027-05-31',
  });
  return { code, out, err };
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

test('It writes a workflow and settings, and a scan passes from then on', () => {
  const folder = temporaryFolder({ '.github/workflows/deploy.yml': DEPLOY });
  expect(run(folder, 'scan').code).toBe(1);
  const { code, out } = run(folder, 'init');
  expect(code).toBe(0);
  expect(out).toBe(
    'written:       mfa-ready-known.json\n' +
      'written:       mfa-ready.yml\n' +
      'written:       .github/workflows/mfa-ready.yml\n',
  );
  expect(run(folder, 'scan')).toMatchObject({ code: 0, err: '' });
  const workflow: unknown = parse(read(folder, '.github/workflows/mfa-ready.yml'));
  expect(workflow).toMatchObject({ permissions: { contents: 'read' }, on: { pull_request: null } });
});

test('Without findings there is no list', () => {
  const folder = temporaryFolder({ 'a.sh': 'az login --identity\n' });
  expect(run(folder, 'init').out).not.toContain('known');
  expect(existsSync(join(folder, 'mfa-ready-known.json'))).toBe(false);
  expect(run(folder, 'scan')).toMatchObject({ code: 0, err: '' });
});

test('What is there already is left as it is', () => {
  const folder = temporaryFolder({ '.github/mfa-ready.yml': 'fail-on: never\n' });
  expect(run(folder, 'init').out).toContain('left as it is: .github/mfa-ready.yml\n');
  expect(read(folder, '.github/mfa-ready.yml')).toBe('fail-on: never\n');
  const before = statSync(join(folder, '.github/workflows/mfa-ready.yml')).mtimeMs;
  run(folder, 'init');
  expect(statSync(join(folder, '.github/workflows/mfa-ready.yml')).mtimeMs).toBe(before);
});

test('A repository of another platform gets no workflow', () => {
  const folder = temporaryFolder({ '.gitlab-ci.yml': 'job:\n  script: az login --identity\n' });
  expect(run(folder, 'init').out).toBe('written:       mfa-ready.yml\n');
});
