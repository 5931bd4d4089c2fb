//! The paths a person gave to the repositories that are read, and what of them is shown.

import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { didYouMean } from '../engine/nearest.ts';
import { UsageError } from './usage-error.ts';

export interface ScanRoot {
  /** An absolute path. All of it is read: what is shown may run scripts that stand elsewhere in it. */
  readonly folder: string;
  /** What is shown: relative to the folder, with `/`; `.` is all of it. */
  readonly within: readonly string[];
  /** Stands before each of its paths in the report; not empty, it ends with `/`. */
  readonly prefix: string;
}

interface Chosen {
  readonly path: string;
  readonly root: string;
  /** A repository; other roots are only a guess, which gives way to a better one around it. */
  readonly isCertain: boolean;
}

/** For a command: what stands in a repository is read with that repository. Throws `UsageError`. */
export function scanRoots(current: string, given: readonly string[]): readonly ScanRoot[] {
  const here = realpathSync(current);
  const chosen = outermost(given.map(path => existing(current, path))).map(path =>
    choose(path, enclosing(path, homedir()), statSync(path).isDirectory() ? path : here),
  );
  const roots = absorbed(chosen);
  const folders = roots.map(it => it.root);
  const [only = here, ...others] = new Set(folders);
  if (others.length === 0) return grouped(roots, only);
  return grouped(roots, folders.every(it => isIn(it, here)) ? here : commonFolder(folders));
}

/** For the action, whose workspace is a repository, or holds some. Throws `UsageError` for a path outside it. */
export function workspaceRoots(workspace: string, given: readonly string[]): readonly ScanRoot[] {
  const outer = realpathSync(workspace);
  const paths = given.map(path => {
    const found = existing(workspace, path);
    if (isIn(found, outer)) return found;
    throw new UsageError(`\`${path}\` stands outside \`${workspace}\`: only what is in it is read`);
  });
  const repositoryOf = (path: string): string => enclosing(path, dirname(outer)) ?? outer;
  const roots = outermost(paths).map(path => choose(path, repositoryOf(path), outer));
  const folders = new Set(roots.map(it => it.root));
  // Marks beside lines need paths of the repository, which a checkout may have put into a folder of the workspace.
  const [only = outer] = folders.size === 1 ? folders : [];
  return grouped(roots, repositoryOf(only));
}

function choose(path: string, repository: string | undefined, guess: string): Chosen {
  const certain = ownRoot(path) ?? repository;
  if (certain !== undefined) return { path, root: certain, isCertain: true };
  return { path, root: isIn(path, guess) ? guess : dirname(path), isCertain: false };
}

/** A folder that has what only the root of a repository has, and what stands around a `.github`. */
function ownRoot(path: string): string | undefined {
  const isRoot = ['.git', '.github'].some(it => existsSync(join(path, it)));
  if (isRoot) return path;
  const github = ancestors(path).find(it => basename(it) === '.github');
  return github && dirname(github);
}

/**
 * The nearest repository around the path that is not as far out as `limit`: a home folder under git is nobody's pipelines,
 * and what the user may not see is passed over.
 */
function enclosing(path: string, limit: string): string | undefined {
  const repository = ancestors(path).find(it => existsSync(join(it, '.git')));
  const isTooFar = repository === undefined || isIn(limit, repository);
  return isTooFar || dirname(repository) === repository ? undefined : repository;
}

/** The path itself first, the root of the disk last. */
function ancestors(path: string): readonly string[] {
  const all = [path];
  for (let folder = dirname(path); folder !== all.at(-1); folder = dirname(folder))
    all.push(folder);
  return all;
}

/** A guess inside another root belongs to that root: what stands there may run it. */
function absorbed(chosen: readonly Chosen[]): readonly Chosen[] {
  return chosen.map(it => {
    const around = chosen.map(other => other.root).filter(root => isIn(it.root, root));
    const root = around.sort((a, b) => a.length - b.length)[0] ?? it.root;
    return it.isCertain ? it : { ...it, root };
  });
}

function grouped(chosen: readonly Chosen[], base: string): readonly ScanRoot[] {
  return [...new Set(chosen.map(it => it.root))]
    .map(folder => ({
      folder,
      within: chosen
        .filter(it => it.root === folder)
        .map(it => slashed(folder, it.path) || '.')
        .sort(),
      prefix: folder === base ? '' : `${slashed(base, folder)}/`,
    }))
    .sort((a, b) => (a.prefix < b.prefix ? -1 : 1));
}

const outermost = (paths: readonly string[]): readonly string[] =>
  [...new Set(paths)].filter(path => !paths.some(it => it !== path && isIn(path, it)));

const commonFolder = (folders: readonly string[]): string =>
  ancestors(folders[0] ?? sep).find(it => folders.every(folder => isIn(folder, it))) ?? sep;

const slashed = (from: string, to: string): string => relative(from, to).split(sep).join('/');

/** Also true of the folder itself. */
function isIn(path: string, folder: string): boolean {
  const inFolder = relative(folder, path);
  return inFolder !== '..' && !inFolder.startsWith(`..${sep}`) && !isAbsolute(inFolder);
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
