//! What of a folder is read, and in which order.

import { execFileSync } from 'node:child_process';
import { symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../test/temporary-folder.ts';
import { filesBelow } from './files.ts';

const listed = (root: string, within: readonly string[] = ['.']): readonly string[] =>
  [...filesBelow(root, within)].map(it =>
    it.kind === 'file' ? it.path : `${it.path}: ${it.message}`,
  );

test('Folders are walked in order; git, packages and fetched modules are not', () => {
  const root = temporaryFolder({
    'b/z.tf': '',
    'b/a.tf': '',
    'B.tf': '',
    'a.tf': '',
    '.github/workflows/deploy.yml': '',
    '.git/config': '',
    'web/node_modules/left/deploy.sh': '',
    'infra/.terraform/modules/net/main.tf': '',
  });
  const all = ['.github/workflows/deploy.yml', 'B.tf', 'a.tf', 'b/a.tf', 'b/z.tf'];
  expect(listed(root)).toEqual(all);
});

test('Only what stands within the given paths is read', () => {
  const root = temporaryFolder({ 'a/x.tf': '', 'b/x.tf': '', 'c.tf': '', 'd.tf': '' });
  expect(listed(root, ['b', 'c.tf'])).toEqual(['b/x.tf', 'c.tf']);
});

test('A link to a file of the repository is a file of its own', () => {
  const root = temporaryFolder({ 'shared/providers.tf': 'provider "azurerm" {}' });
  symlinkSync('shared/providers.tf', join(root, 'dev.tf'));
  const [first] = filesBelow(root, ['.']);
  expect(listed(root)).toEqual(['dev.tf', 'shared/providers.tf']);
  expect(first?.kind === 'file' && Buffer.from(first.read()).toString()).toBe(
    'provider "azurerm" {}',
  );
});

test('A link to a folder of the repository is not entered: its files are read where they stand', () => {
  const root = temporaryFolder({ 'modules/net/main.tf': '' });
  symlinkSync('modules', join(root, 'dev'));
  expect(listed(root)).toEqual(['modules/net/main.tf']);
});

test.each([
  { target: '/etc/hostname', message: 'a link out of the repository: not followed' },
  { target: '..', message: 'a link out of the repository: not followed' },
  { target: '.', message: 'a link in a circle: not followed' },
  { target: 'link', message: 'a link in a circle: not followed' },
  { target: '.git/config', message: 'a link into the data of git: not followed' },
])('A link to $target is a problem', ({ target, message }) => {
  const root = temporaryFolder({ '.git/config': '' });
  symlinkSync(target, join(root, 'link'));
  expect(listed(root)).toEqual([`link: ${message}`]);
});

test('Two links that name each other are a circle', () => {
  const root = temporaryFolder({});
  symlinkSync('b.tf', join(root, 'a.tf'));
  symlinkSync('a.tf', join(root, 'b.tf'));
  const message = 'a link in a circle: not followed';
  expect(listed(root)).toEqual([`a.tf: ${message}`, `b.tf: ${message}`]);
});

test('A link to nothing cannot be read, and says why', () => {
  const root = temporaryFolder({});
  symlinkSync('gone.tf', join(root, 'main.tf'));
  const [first] = filesBelow(root, ['.']);
  expect(() => first?.kind === 'file' && first.read()).toThrow('a link to what does not exist');
});

test.skipIf(process.platform === 'win32')(
  'A pipe is passed over: reading it would never end',
  () => {
    const root = temporaryFolder({ 'main.tf': '' });
    execFileSync('mkfifo', [join(root, 'deploy.sh')]);
    expect(listed(root)).toEqual(['main.tf']);
  },
);

test('A file that is gone when it is read says so, without its place on this machine', () => {
  const root = temporaryFolder({ 'main.tf': '' });
  const [first] = filesBelow(root, ['.']);
  unlinkSync(join(root, 'main.tf'));
  expect(() => first?.kind === 'file' && first.read()).toThrow(/^it does not exist$/);
});
