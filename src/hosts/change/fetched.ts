//! A commit that a shallow clone lacks, brought in without its history.

import { commitOf, git } from './git.ts';

/**
 * What the checkout was made of: the base as it was when GitHub merged the head into it for the test, else `base`.
 * With a later base, what others changed would look like a change of this pull request.
 */
export function mergedInto(folder: string, head: string | undefined, base: string): string {
  const commit = git(folder, ['cat-file', 'commit', 'HEAD'])?.toString('utf8') ?? '';
  const [header = ''] = commit.split('\n\n', 1);
  const parents = [...header.matchAll(/^parent ([0-9a-f]{40,64})$/gm)].map(it => it[1] ?? '');
  const [into, ...others] = parents;
  return into !== undefined && others.length === 1 && others[0] === head ? into : base;
}

/** False when it cannot be had: no network, no token, no `origin`. */
export function hasOrFetches(folder: string, commit: string): boolean {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return false;
  if (commitOf(folder, commit) !== undefined) return true;
  git(folder, [...FETCH, '--end-of-options', 'origin', commit]);
  return commitOf(folder, commit) !== undefined;
}

const FETCH = [
  'fetch',
  '--quiet',
  '--depth=1',
  '--no-tags',
  '--no-recurse-submodules',
  '--no-write-fetch-head',
];
