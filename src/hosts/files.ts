//! The files below a folder, in an order that is the same on every machine; git is not asked.

import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import type { InputEntry } from '../engine/input.ts';
import { diskFile, errorCode, missingFile, whyNot } from './disk.ts';

/** Git's own data, and what package managers fetched: nobody's pipelines. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules', '.terraform']);

/** Whether the way there leads through what a walk passes over. */
export const isPassedOver = (path: string): boolean => path.split('/').some(it => SKIPPED.has(it));

type FileType = Pick<Dirent | Stats, 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

interface Node {
  /** Relative to the root, with `/`; `.` is the root. */
  readonly path: string;
  readonly type: FileType;
}

/**
 * Everything below `root` that stands in one of the paths `within`, which are relative to it, with `/`.
 * Pipes, sockets and devices are passed over: reading one may never end.
 */
export function* filesBelow(root: string, within: readonly string[]): Generator<InputEntry> {
  const realRoot = realpathSync(root);
  const starts = within.map(path => ({ path, type: lstatSync(join(realRoot, path)) }));
  const waiting: Node[] = starts.reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const { path, type } = node;
    if (type.isSymbolicLink()) {
      const entry = followed(realRoot, path);
      if (entry) yield entry;
    } else if (type.isFile()) {
      yield diskFile(path, join(realRoot, path));
    } else if (type.isDirectory()) {
      const children = childrenOf(realRoot, path);
      if (typeof children === 'string') yield { kind: 'problem', path, message: children };
      else waiting.push(...children.reverse());
    }
  }
}

/** Why it cannot be read, when it cannot. */
function childrenOf(root: string, folder: string): Node[] | string {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .filter(it => !SKIPPED.has(it.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(it => ({ path: folder === '.' ? it.name : `${folder}/${it.name}`, type: it }));
  } catch (error) {
    return `the folder could not be read: ${whyNot(error)}`;
  }
}

/**
 * A link to a file is a file of its own: Terraform roots share files this way. A link to a folder is not entered:
 * what it holds is read where it stands.
 */
function followed(root: string, path: string): InputEntry | undefined {
  const link = join(root, path);
  try {
    const target = realpathSync(link);
    const inRoot = relative(root, target);
    if (inRoot === '..' || inRoot.startsWith(`..${sep}`) || isAbsolute(inRoot)) {
      return { kind: 'problem', path, message: 'a link out of the repository: not followed' };
    }
    if (inRoot.split(sep).includes('.git')) {
      return { kind: 'problem', path, message: 'a link into the data of git: not followed' };
    }
    const type = statSync(target);
    if (type.isFile()) return diskFile(path, target);
    const isCircle = type.isDirectory() && `${dirname(link)}${sep}`.startsWith(withSlash(target));
    return isCircle
      ? { kind: 'problem', path, message: 'a link in a circle: not followed' }
      : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return missingFile(path, 'a link to what does not exist');
    return { kind: 'problem', path, message: `${whyNot(error)}: not followed` };
  }
}

const withSlash = (folder: string): string => (folder.endsWith(sep) ? folder : `${folder}${sep}`);
