//! The paths a person gave to the folder that is scanned, and what of it.

import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { didYouMean } from './nearest.ts';
import { UsageError } from './usage-error.ts';

export interface ScanRoot {
  /** What the paths of the report are relative to. */
  readonly folder: string;
  /** Relative to it, with `/`; `.` is all of it. */
  readonly within: readonly string[];
}

/** One folder is the root itself; of several paths, and of files, the root is the current folder. */
export function scanRoot(current: string, given: readonly string[]): ScanRoot {
  const paths = given.map(path => existing(current, path));
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && statSync(only).isDirectory()) {
    return { folder: only, within: ['.'] };
  }
  return within(current, given);
}

/** The root is `folder`, whatever the paths are; throws when one stands outside. */
export function within(folder: string, given: readonly string[]): ScanRoot {
  const root = realpathSync(folder);
  const paths = given.map(path => {
    const inRoot = relative(root, existing(folder, path));
    if (inRoot === '..' || inRoot.startsWith(`..${sep}`) || isAbsolute(inRoot)) {
      throw new UsageError(
        `\`${path}\` stands outside \`${folder}\`: start there, or give one folder`,
      );
    }
    return inRoot === '' ? '.' : inRoot.split(sep).join('/');
  });
  const outermost = [...new Set(paths)].filter(
    path => !paths.some(it => it !== path && (it === '.' || path.startsWith(`${it}/`))),
  );
  return { folder: root, within: outermost.sort() };
}

function existing(current: string, given: string): string {
  const path = resolve(current, given);
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  const siblings = existsSync(parent) && statSync(parent).isDirectory() ? readdirSync(parent) : [];
  const near = siblings.map(name => join(dirname(given), name));
  const hint = didYouMean(join(dirname(given), basename(given)), near);
  throw new UsageError(`there is no file or folder \`${given}\`${hint}`);
}
