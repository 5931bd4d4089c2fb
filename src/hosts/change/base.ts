//! The commit that a scan is compared with: its files, where they stand now, and which lines are new since.

import { decode } from '../../engine/decode.ts';
import type { InputEntry, InputFile } from '../../engine/input.ts';
import type { IsTouched } from '../../engine/touched.ts';
import { filesBelow, isPassedOver } from '../files.ts';
import { UsageError } from '../usage-error.ts';
import { baseFiles } from './base-files.ts';
import { type BaseTree, blobOf, gitTree } from './base-tree.ts';
import { commitOf } from './git.ts';
import { renamesSince } from './renames.ts';
import { touchedLines } from './touched-lines.ts';

export interface Base {
  /** The full hash of the commit. */
  readonly commit: string;
  files(): Iterable<InputEntry>;
  readonly renames: ReadonlyMap<string, string>;
  readonly isTouched: IsTouched;
}

/** `name` is a commit, a branch or a tag. Throws `UsageError` when the repository does not have it. */
export function baseIn(folder: string, name: string): Base {
  const commit = commitOf(folder, name);
  const tree = commit === undefined ? undefined : gitTree(folder, commit);
  if (commit === undefined || !tree) {
    throw new UsageError(
      `\`${name}\` is no commit that the repository in \`${folder}\` has; fetch it first, or leave out \`--base\``,
    );
  }
  const renames = renamesSince(folder, commit);
  const now = (): Iterable<InputEntry> => filesBelow(folder, ['.']);
  return {
    commit,
    files: () => baseFiles(tree, now(), isPassedOver),
    renames,
    isTouched: touchedIn(tree, renames, now),
  };
}

/** Files are compared when somebody asks for one, and once. */
function touchedIn(
  tree: BaseTree,
  renames: ReadonlyMap<string, string>,
  now: () => Iterable<InputEntry>,
): IsTouched {
  const formerPaths = new Map([...renames].map(([from, to]) => [to, from]));
  const known = new Map<string, ReadonlySet<number> | 'all'>();
  let files: ReadonlyMap<string, InputFile> | undefined;
  const compared = (path: string): ReadonlySet<number> | 'all' => {
    files ??= new Map([...now()].flatMap(it => (it.kind === 'file' ? [[it.path, it]] : [])));
    const file = files.get(path);
    const blob = tree.blobs.get(formerPaths.get(path) ?? path);
    return blob === undefined || !file ? 'all' : linesSince(blob, file, tree);
  };
  return (path, line, endLine) => {
    const lines = known.get(path) ?? compared(path);
    known.set(path, lines);
    if (lines === 'all') return true;
    for (let at = line; at <= endLine; at += 1) if (lines.has(at)) return true;
    return false;
  };
}

function linesSince(blob: string, file: InputFile, tree: BaseTree): ReadonlySet<number> | 'all' {
  const bytes = file.read();
  if (blobOf(bytes, blob) === blob) return new Set();
  const [before, now] = [decode(tree.read(blob)), decode(bytes)];
  return before.kind === 'binary' || now.kind === 'binary'
    ? 'all'
    : touchedLines(before.text, now.text);
}
