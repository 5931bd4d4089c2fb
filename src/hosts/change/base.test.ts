//! Scans that are compared with another commit, in real repositories.

import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { runCommand } from '../command.ts';

type Files = Readonly<Record<string, string | undefined>>;

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8' }).trim();

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    if (text === undefined) rmSync(file);
    else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
}

function commit(folder: string, files: Files): string {
  write(folder, files);
  git(folder, 'add', '-A');
  const who = ['-c', 'user.name=Ann', '-c', 'user.email=ann@contoso.com'];
  git(folder, ...who, 'commit', '-q', '-m', 'x');
  return git(folder, 'rev-parse', 'HEAD');
}

function repository(files: Files): { readonly folder: string; readonly base: string } {
  const folder = temporaryFolder({});
  git(folder, 'init', '-q', '-b', 'main');
  return { folder, base: commit(folder, files) };
}

function scan(folder: string, ...args: readonly string[]) {
  let out = '';
  let err = '';
  const code = runCommand(['scan', '--format', 'json', ...args], {
    currentFolder: folder,
    environment: {},
    stdout: { write: text => (out += text) },
    stderr: { write: text => (err += text) },
    now: () => 0,
    today: () => '2027-05-31',
  });
  if (out === '') return { code, err, found: [], dismissed: [] };
  const { findings, dismissed } = JSON.parse(out);
  const places = (all: { path: string; line: number }[]) => all.map(it => `${it.path}:${it.line}`);
  return { code, err, found: places(findings), dismissed: places(dismissed) };
}

const LOGIN = 'az login -u ann@contoso.com -p "$PASSWORD"\n';
const SCRIPT = `${LOGIN}az group create -n web -l westeurope\n`;
const workflow = (run: string): string =>
  `on: push\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n    steps:\n      - run: ${run}\n`;
const DEPLOY = '.github/workflows/deploy.yml';

test('Only what the base has not counts, committed or not', () => {
  const { folder, base } = repository({ [DEPLOY]: workflow('./a.sh'), 'a.sh': SCRIPT });
  expect(scan(folder, '--base', base)).toMatchObject({ code: 0, found: [], dismissed: ['a.sh:1'] });
  commit(folder, { [DEPLOY]: workflow('./a.sh && ./b.sh'), 'b.sh': SCRIPT });
  expect(scan(folder, '--base', 'main~1')).toMatchObject({ code: 1, found: ['b.sh:1'] });
  write(folder, { [DEPLOY]: workflow('./a.sh && ./b.sh && ./c.sh'), 'c.sh': SCRIPT });
  expect(scan(folder, '--base', 'HEAD')).toMatchObject({ code: 1, found: ['c.sh:1'] });
  expect(scan(folder, '--base', base).found).toEqual(['b.sh:1', 'c.sh:1']);
});

test('Files that were renamed are not new, though they changed a little', () => {
  const { folder, base } = repository({
    [DEPLOY]: workflow('./a.sh'),
    'a.sh': `# one\n# two\n${SCRIPT}`,
  });
  commit(folder, {
    [DEPLOY]: undefined,
    '.github/workflows/release.yml': workflow('./b.sh'),
    'a.sh': undefined,
    'b.sh': `# one\n# 2\n${SCRIPT}`,
  });
  expect(scan(folder, '--base', base)).toMatchObject({ code: 0, found: [] });
});

test('A workflow that begins to call an old script makes its sign-in new', () => {
  const { folder, base } = repository({ 'a.sh': SCRIPT });
  commit(folder, { [DEPLOY]: workflow('./a.sh') });
  expect(scan(folder, '--base', base)).toMatchObject({ code: 1, found: ['a.sh:1'] });
});

test('`--scope diff` counts what stands on changed lines, or is reached over them', () => {
  const { folder, base } = repository({
    'a.sh': SCRIPT,
    'b.sh': SCRIPT,
    [DEPLOY]: workflow('./a.sh'),
  });
  write(folder, { 'b.sh': `${SCRIPT}# more\n` });
  expect(scan(folder, '--base', base, '--scope', 'diff')).toMatchObject({ code: 0, found: [] });
  write(folder, { 'b.sh': `${LOGIN.replace('ann', 'bob')}az group create -n web -l x\n` });
  expect(scan(folder, '--base', base, '--scope', 'diff').found).toEqual(['b.sh:1']);
  write(folder, { [DEPLOY]: workflow('  ./a.sh') });
  expect(scan(folder, '--base', base, '--scope', 'diff').found).toEqual(['a.sh:1', 'b.sh:1']);
});

test('A base that is not there is a mistake, with what to do', () => {
  const { folder } = repository({ 'a.sh': SCRIPT });
  for (const name of ['gone', '--help', 'HEAD:a.sh']) {
    const { code, err } = scan(folder, `--base=${name}`);
    expect(code).toBe(2);
    expect(err).toContain(`\`${name}\` is no commit that the repository`);
  }
});

test('`--scope` without a base, and an unknown one, are mistakes', () => {
  const { folder } = repository({ 'a.sh': SCRIPT });
  expect(scan(folder, '--scope', 'new').err).toContain('needs a commit to compare with');
  expect(scan(folder, '--scope', 'nwe').err).toContain('did you mean `new`?');
});

test('Nothing of the repository runs: no hook, filter, monitor or diff program', () => {
  const { folder, base } = repository({
    'a.sh': SCRIPT,
    '.gitattributes': '* filter=evil diff=evil\n',
  });
  const trap = join(folder, '.git', 'trap');
  const sprung = join(folder, '.git', 'sprung');
  writeFileSync(trap, `#!/bin/sh\ntouch '${sprung}'\ncat\n`);
  chmodSync(trap, 0o755);
  for (const key of [
    'core.fsmonitor',
    'core.hooksPath',
    'core.pager',
    'core.sshCommand',
    'core.askPass',
    'filter.evil.clean',
    'filter.evil.smudge',
    'filter.evil.process',
    'diff.external',
    'diff.evil.command',
    'diff.evil.textconv',
    'uploadpack.packObjectsHook',
  ]) {
    git(folder, 'config', key, key === 'core.hooksPath' ? join(folder, '.git') : trap);
  }
  write(folder, { 'b.sh': SCRIPT, 'a.sh': `${SCRIPT}# more\n` });
  expect(scan(folder, '--base', base).found).toEqual(['b.sh:1']);
  expect(scan(folder, '--base', base, '--scope', 'diff').found).toEqual(['b.sh:1']);
  expect(existsSync(sprung)).toBe(false);
});
