//! Files that stand elsewhere than in another commit: what was there and is gone, and what is new and the same, or nearly.

import { git } from './git.ts';

/** From paths of the base to paths of now. What git keeps of the last commit tells; a file that is not committed yet is a new one. */
export function renamesSince(folder: string, base: string): ReadonlyMap<string, string> {
  const options = ['--raw', '-z', '-r', '-M', '--no-ext-diff', '--no-textconv', '--relative'];
  const listed = git(folder, ['diff-tree', ...options, '--end-of-options', base, 'HEAD']);
  const fields = listed?.toString('utf8').split('\0') ?? [];
  const renames = new Map<string, string>();
  for (let index = 0; index < fields.length; index += 1) {
    const [, status] = /^:\d+ \d+ [0-9a-f]+ [0-9a-f]+ ([A-Z])/.exec(fields[index] ?? '') ?? [];
    if (status === undefined) continue;
    const [from = '', to = ''] = fields.slice(index + 1, index + 3);
    if (status === 'R') renames.set(from, to);
    index += status === 'R' || status === 'C' ? 2 : 1;
  }
  return renames;
}
