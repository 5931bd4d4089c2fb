//! Whatever files a repository holds, a scan says which it could not read, reads the rest, and ends with the right exit code.

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCommand } from '../src/hosts/command.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** The rest: it must be found beside whatever is broken. */
const DEPLOY = '.github/workflows/deploy.yml';
const SIGNS_IN_AS_A_PERSON = `on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: az login --username deploy@contoso.com --password "$PASSWORD"
      - run: az group create --name app --location westeurope
`;

interface Scanned {
  readonly problems: readonly {
    readonly path: string;
    readonly line: number;
    readonly message: string;
  }[];
  readonly findings: readonly { readonly path: string; readonly line: number }[];
}

function scan(folder: string): Scanned & { readonly code: number } {
  let out = '';
  const code = runCommand(['scan', '--format', 'json'], {
    currentFolder: folder,
    environment: {},
    stdout: { write: text => (out += text) },
    stderr: { write: () => true },
    now: () => 0,
    today: () => '2027-05-31',
  });
  const scanned: Scanned = JSON.parse(out);
  return { ...scanned, code };
}

function expectRestScanned({ findings, code }: ReturnType<typeof scan>): void {
  expect(findings.map(it => `${it.path}:${it.line}`)).toContain(`${DEPLOY}:6`);
  expect(code).toBe(1);
}

test.each([
  {
    name: 'YAML with a tab for an indent',
    path: '.github/workflows/broken.yml',
    content: 'on: push\njobs:\n\tdeploy:\n    runs-on: ubuntu-latest\n',
    place: ':3',
  },
  {
    name: 'YAML whose list never ends',
    path: '.github/workflows/broken.yml',
    content: 'on: push\njobs: [\n',
    place: ':',
  },
  {
    name: 'A workflow that is a list',
    path: '.github/workflows/list.yml',
    content: '- run: az login\n- run: az logout\n',
    place: ':1',
  },
  {
    name: 'HCL without a value',
    path: 'main.tf',
    content: 'provider "azurerm" {\n  features {}\n  client_id =\n}\n',
    place: ':3',
  },
  {
    name: 'Bicep without a value',
    path: 'main.bicep',
    content: "param location string\nresource app 'Microsoft.Web/sites@2023-12-01' = = {\n}\n",
    place: ':2',
  },
  {
    name: 'Bash whose quote never ends',
    path: 'deploy.sh',
    content: '#!/bin/bash\naz group list\necho "never ends\n',
    place: ':3',
  },
  {
    name: 'A byte that is no character',
    path: 'deploy.sh',
    content: Buffer.from('#!/bin/bash\necho caf\xe9\n', 'latin1'),
    place: ':2',
  },
  {
    name: 'Binary bytes',
    path: '.github/workflows/binary.yml',
    content: Uint8Array.from({ length: 300 }, (_, index) => index % 7),
    place: ':1',
  },
  {
    name: 'A file of 20 MB',
    path: 'large.tf',
    content: Buffer.alloc(20_000_000, 'a = 1\n'),
    place: ':1',
  },
])('$name is a problem with its place', ({ path, content, place }) => {
  const folder = temporaryFolder({ [path]: content, [DEPLOY]: SIGNS_IN_AS_A_PERSON });
  const scanned = scan(folder);
  const places = scanned.problems.map(it => `${it.path}:${it.line}`);
  expect(places.filter(it => it.startsWith(path + place))).not.toEqual([]);
  expectRestScanned(scanned);
});

test.each(
  [
    { path: 'Makefile', open: 'ifdef A\n', inner: 'a:\n\taz login\n', close: 'endif\n' },
    { path: 'a.sh', open: 'if a; then\n', inner: 'az login\n', close: 'fi\n' },
    { path: 'a.sh', open: 'bash -c "$(', inner: 'az login', close: ')"' },
    { path: 'a.ps1', open: 'if ($a) {\n', inner: 'az login\n', close: '}\n' },
    { path: 'Jenkinsfile', open: 'dir("a") {\n', inner: 'sh "az login"\n', close: '}\n' },
    { path: 'a.cmd', open: 'if defined a (\n', inner: 'az login\n', close: ')\n' },
  ].flatMap(it => [50, 600, 1_200, 5_000].map(depth => ({ ...it, depth }))),
)('$path with $depth of $open in one another ends no scan', of => {
  const { path, open, inner, close, depth } = of;
  const content = `${open.repeat(depth)}${inner}${close.repeat(depth)}`;
  expectRestScanned(scan(temporaryFolder({ [path]: content, [DEPLOY]: SIGNS_IN_AS_A_PERSON })));
});

test('Every problem is told with a reason, in order of its place', () => {
  const folder = temporaryFolder({
    'b.sh': 'echo "never ends\n',
    'a.sh': 'echo "never ends\n',
    [DEPLOY]: SIGNS_IN_AS_A_PERSON,
  });
  const { problems } = scan(folder);
  const paths = problems.map(it => it.path);
  expect(paths).toEqual([...paths].sort());
  expect(problems.every(it => it.message.trim() !== '')).toBe(true);
});

test.each([
  { target: '/etc/hostname', message: 'a link out of the repository: not followed' },
  { target: '.', message: 'a link in a circle: not followed' },
  { target: 'link.yml', message: 'a link in a circle: not followed' },
  { target: 'gone.yml', message: 'could not be read: a link to what does not exist' },
])('A link to $target is a problem', ({ target, message }) => {
  const folder = temporaryFolder({ [DEPLOY]: SIGNS_IN_AS_A_PERSON });
  const path = '.github/workflows/link.yml';
  symlinkSync(target, join(folder, path));
  const scanned = scan(folder);
  expect(scanned.problems).toContainEqual({ path, line: 1, message });
  expectRestScanned(scanned);
});

const SCAN_AS_NOBODY = fileURLToPath(new URL('scan-as-nobody.ts', import.meta.url));
const CLI = fileURLToPath(new URL('../src/hosts/cli.ts', import.meta.url));

test.skipIf(process.platform === 'win32')(
  'A file and a folder that may not be read are problems',
  () => {
    const folder = temporaryFolder({
      'deploy.sh': 'az login',
      'secret/deploy.sh': 'az login',
      [DEPLOY]: SIGNS_IN_AS_A_PERSON,
    });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'deploy.sh'), 0o000);
    chmodSync(join(folder, 'secret'), 0o000);
    const { status, stdout } = spawnSync(process.execPath, [SCAN_AS_NOBODY], {
      cwd: folder,
      encoding: 'utf8',
    });
    chmodSync(join(folder, 'secret'), 0o700);
    const scanned: Scanned = JSON.parse(stdout);
    expect(scanned.problems).toEqual([
      { path: 'deploy.sh', line: 1, message: 'could not be read: permission denied' },
      { path: 'secret', line: 1, message: 'the folder could not be read: permission denied' },
    ]);
    expectRestScanned({ ...scanned, code: status ?? 3 });
  },
);

test.skipIf(process.platform === 'win32')(
  'A pipe where a script is expected does not hang the scan',
  () => {
    const folder = temporaryFolder({ [DEPLOY]: SIGNS_IN_AS_A_PERSON });
    execFileSync('mkfifo', [join(folder, 'deploy.sh')]);
    expectRestScanned(scan(folder));
  },
);

test.each([
  { args: ['scan', 'nowhere'], sentence: 'there is no file or folder `nowhere`' },
  {
    args: ['scan', '--fail-om', 'error'],
    sentence: 'there is no option `--fail-om`; did you mean `--fail-on`?',
  },
])('$args ends with exit code 2 and one sentence', ({ args, sentence }) => {
  const folder = temporaryFolder({});
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 2,
    stdout: '',
    stderr: `mfa-ready: ${sentence}\n`,
  });
});
