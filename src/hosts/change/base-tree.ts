//! The files of another commit, as git keeps them.

import { createHash } from 'node:crypto';
import { git } from './git.ts';

export interface BaseTree {
  /** git's hash of the file at each path, relative to the root of the scan. */
  readonly blobs: ReadonlyMap<string, string>;
  /** Paths of links, which the disk follows and git does not. */
  readonly links: ReadonlySet<string>;
  /** Throws an Error that says why, when its bytes cannot be had. */
  read(blob: string): Uint8Array;
}

/** `commit` is one that the repository has; what stands outside `folder` is no part of it. */
export function gitTree(folder: string, commit: string): BaseTree | undefined {
  const listed = git(folder, ['ls-tree', '-r', '-z', '--end-of-options', commit]);
  if (!listed) return undefined;
  const lines = listed.toString('utf8').split('\0');
  return {
    blobs: new Map(lines.flatMap(fileIn)),
    links: new Set(lines.flatMap(it => (it.startsWith('120000 ') ? pathIn(it) : []))),
    read(blob) {
      const bytes = git(folder, ['cat-file', 'blob', blob]);
      if (!bytes) throw new Error(`git does not give \`${blob}\``);
      return bytes;
    },
  };
}

const pathIn = (line: string): string => line.slice(line.indexOf('\t') + 1);

/** `100644 blob 83e1…\tdeploy.sh`: not a link, nor a submodule. */
function fileIn(line: string): readonly (readonly [string, string])[] {
  const [, blob, path] = /^100(?:644|755) blob ([0-9a-f]{40,64})\t(.+)$/s.exec(line) ?? [];
  return blob === undefined || path === undefined ? [] : [[path, blob]];
}

/** As git would name these bytes: repositories of SHA-256 have longer names. */
export function blobOf(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
