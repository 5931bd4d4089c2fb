//! Shallow clones of real repositories, as `actions/checkout` makes them.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { hasOrFetches, mergedInto } from './fetched.ts';

const WHO = ['-c', 'user.name=Ann', '-c', 'user.email=ann@contoso.com'];

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, ...WHO, ...args], { encoding: 'utf8', stdio: 'pipe' }).trim();

function commit(folder: string, text: string): string {
  writeFileSync(join(folder, `${text}.txt`), text);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', text);
  return git(folder, 'rev-parse', 'HEAD');
}

/** A pull request whose base went on after it was opened, and a clone of its test merge, one commit deep. */
function clonedMerge() {
  const origin = temporaryFolder({});
  git(origin, 'init', '-q', '-b', 'main');
  const opened = commit(origin, 'one');
  git(origin, 'checkout', '-q', '-b', 'topic');
  const head = commit(origin, 'topic');
  git(origin, 'checkout', '-q', 'main');
  const base = commit(origin, 'two');
  git(origin, 'checkout', '-q', '-b', 'merge');
  git(origin, 'merge', '-q', '--no-ff', '-m', 'merge', 'topic');
  git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const clone = temporaryFolder({});
  git(clone, 'init', '-q');
  git(clone, 'remote', 'add', 'origin', `file://${origin}`);
  git(clone, 'fetch', '-q', '--depth=1', 'origin', 'merge');
  git(clone, 'checkout', '-q', 'FETCH_HEAD');
  return { clone, opened, head, base };
}

test('The base is the one that the head was merged into', () => {
  const { clone, opened, head, base } = clonedMerge();
  expect(mergedInto(clone, head, opened)).toBe(base);
  expect(mergedInto(clone, opened, opened)).toBe(opened);
});

test('A commit that a clone of depth 1 lacks is fetched, and only that', () => {
  const { clone, base } = clonedMerge();
  expect(hasOrFetches(clone, base)).toBe(true);
  expect(git(clone, 'ls-tree', '--name-only', base)).toBe('one.txt\ntwo.txt');
  expect(git(clone, 'rev-list', '--count', base)).toBe('1');
});

test('One that nobody has is not there', () => {
  const { clone } = clonedMerge();
  expect(hasOrFetches(clone, 'f'.repeat(40))).toBe(false);
  expect(hasOrFetches(clone, '--upload-pack=x')).toBe(false);
});
