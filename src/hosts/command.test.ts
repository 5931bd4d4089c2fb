//! The commands, on a terminal of the test.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { runCommand, type Terminal } from './command.ts';

const DEPLOY = {
  '.github/workflows/deploy.yml': `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: az login --username deploy@contoso.com --password "$PASSWORD"
      - run: az group create --name app --location westeurope
`,
};

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(
  args: readonly string[],
  currentFolder: string,
  terminal: { isTTY?: boolean; environment?: Terminal['environment'] } = {},
): Run {
  let out = '';
  let err = '';
  const code = runCommand(args, {
    currentFolder,
    environment: terminal.environment ?? {},
    stdout: { isTTY: terminal.isTTY, write: text => (out += text) },
    stderr: { write: text => (err += text) },
    now: () => 0,
    today: () => '2027-05-31',
  });
  return { code, out, err };
}

test('A pipeline that signs in as a person fails the scan', () => {
  const { code, out } = run(['scan'], temporaryFolder(DEPLOY));
  expect(out).toContain('.github/workflows/deploy.yml:6:');
  expect(code).toBe(1);
});

test('`--fail-on never` only reports', () => {
  const { code, out } = run(['scan', '--fail-on', 'never'], temporaryFolder(DEPLOY));
  expect(out).toContain('.github/workflows/deploy.yml:6:');
  expect(code).toBe(0);
});

test('A folder without pipelines passes', () => {
  expect(run(['scan'], temporaryFolder({ 'README.md': '' })).code).toBe(0);
});

test('When nothing was read, one sentence says so', () => {
  const { err } = run(['scan'], temporaryFolder({ 'README.md': '' }));
  expect(err).toMatch(/^mfa-ready: nothing here is a kind of file that mfa-ready reads; .*\n$/);
  expect(run(['scan'], temporaryFolder(DEPLOY)).err).toBe('');
});

test('A folder inside a repository is not taken for a repository', () => {
  const { code, out } = run(['scan', '.github/workflows'], temporaryFolder(DEPLOY));
  expect(out).toContain('.github/workflows/deploy.yml:6:');
  expect(code).toBe(1);
});

test('`--output` writes the report, and nothing else is printed', () => {
  const folder = temporaryFolder(DEPLOY);
  const result = run(['scan', '--format', 'json', '--output', 'report.json'], folder);
  expect(result).toEqual({ code: 1, out: '', err: '' });
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({
    schema: 1,
    summary: { files: 1, scanned: 1 },
  });
});

test('The same input gives the same bytes', () => {
  const folder = temporaryFolder(DEPLOY);
  const [first, second] = [1, 2].map(() => run(['scan', '--format', 'json'], folder).out);
  expect(first).toBe(second);
});

const ESCAPE = '\u001b';

test.each([
  { name: 'a person at a terminal', args: [], isTTY: true, environment: {}, isColored: true },
  { name: 'a pipe', args: [], isTTY: false, environment: {}, isColored: false },
  { name: 'NO_COLOR', args: [], isTTY: true, environment: { NO_COLOR: '1' }, isColored: false },
  {
    name: 'an empty NO_COLOR',
    args: [],
    isTTY: true,
    environment: { NO_COLOR: '' },
    isColored: true,
  },
  {
    name: 'a dumb terminal',
    args: [],
    isTTY: true,
    environment: { TERM: 'dumb' },
    isColored: false,
  },
  { name: '--no-color', args: ['--no-color'], isTTY: true, environment: {}, isColored: false },
])('Colour for $name: $isColored', ({ args, isTTY, environment, isColored }) => {
  const { out } = run(['scan', ...args], temporaryFolder(DEPLOY), { isTTY, environment });
  expect(out.includes(ESCAPE)).toBe(isColored);
});

test.each([
  { args: ['scan', 'nowhere'], err: 'mfa-ready: there is no file or folder `nowhere`\n' },
  {
    args: ['scan', '--output', 'no/such/report.txt'],
    err: 'mfa-ready: `no/such/report.txt` cannot be written: it does not exist\n',
  },
  {
    args: ['explain', 'az-lgoin'],
    err: 'mfa-ready: nothing is called `az-lgoin`; did you mean `az-login`?\n',
  },
  {
    args: [],
    err: 'mfa-ready: say what to do: `mfa-ready scan`, or `mfa-ready --help` for the rest\n',
  },
])('$args is a mistake of the person: exit code 2', ({ args, err }) => {
  expect(run(args, temporaryFolder({}))).toEqual({ code: 2, out: '', err });
});

test('`explain` prints the README of a unit', () => {
  const { code, out } = run(['explain', 'az-login'], temporaryFolder({}));
  expect(code).toBe(0);
  expect(out).toBe(
    readFileSync(new URL('../sign-ins/az-login/README.md', import.meta.url), 'utf8'),
  );
});

test('`explain` without a name lists every one', () => {
  expect(run(['explain'], temporaryFolder({})).out).toMatch(
    /^sign-ins\n(?: {2}.*\n)*? {2}az-login /m,
  );
});

test('`--version` is the version of the package', () => {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  expect(run(['--version'], '.').out).toBe(`${manifest.version}\n`);
});

test('`--help` names every format and exit code', () => {
  const { out, code } = run(['--help'], '.');
  expect(code).toBe(0);
  for (const word of ['text', 'json', 'sarif', '--fail-on', 'Exit codes'])
    expect(out).toContain(word);
});
