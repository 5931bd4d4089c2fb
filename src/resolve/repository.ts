//! What the repository holds for a run to find, by all that others know it by: nothing is looked for among everything.

import type { Declaration, Routine, ValueFile } from '../domain/facts.ts';
import type { RoutineType } from '../domain/step.ts';
import { baseName, folderOf } from './paths.ts';

export interface Repository {
  /** By `routineKey`; several are parts of one. */
  readonly routines: ReadonlyMap<string, readonly Routine[]>;
  /** By the last part of their path. */
  routinesNamed(name: string): readonly Routine[];
  /** Those in the folder, and in folders inside it. */
  routinesBelow(folder: string): readonly Routine[];
  valueFilesAt(path: string): readonly ValueFile[];
  /** Those that belong to the routine at the path by themselves. */
  valueFilesOf(path: string): readonly ValueFile[];
}

export const routineKey = (type: RoutineType, path: string): string => `${type}:${path}`;

export function repositoryOf(declarations: readonly Declaration[]): Repository {
  const all = declarations.flatMap(it => (it.kind === 'routine' ? [it] : []));
  const routines = grouped(all, it => [routineKey(it.type, it.path)]);
  const inOrder = [...routines.values()].flat();
  const values = declarations.flatMap(it => (it.kind === 'values' ? [it] : []));
  return {
    routines,
    routinesNamed: index(() => grouped(inOrder, it => [baseName(it.path)])),
    routinesBelow: index(() => grouped(inOrder, it => foldersAbove(it.path))),
    valueFilesAt: index(() => grouped(values, it => [it.path])),
    valueFilesOf: index(() => grouped(values, it => (it.serves === undefined ? [] : [it.serves]))),
  };
}

/** Made when it is first asked. */
function index<T>(make: () => ReadonlyMap<string, readonly T[]>): (key: string) => readonly T[] {
  let made: ReadonlyMap<string, readonly T[]> | undefined;
  return key => {
    made ??= make();
    return made.get(key) ?? [];
  };
}

function grouped<T>(all: readonly T[], keysOf: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const group = groups.get(key);
      if (group) group.push(one);
      else groups.set(key, [one]);
    }
  }
  return groups;
}

/** Every folder that it is in, the root last. */
function foldersAbove(path: string): readonly string[] {
  const folder = folderOf(path);
  return folder === '.' ? ['.'] : [folder, ...foldersAbove(folder)];
}
