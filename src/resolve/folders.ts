//! Where a process stands after it, or its step, names a folder.

import type { Expression } from '../domain/expression.ts';
import { datumText } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { joinPath } from './paths.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

export interface Folder {
  /** Relative to the root; `undefined` when it cannot be known or leaves the repository. */
  readonly path: string | undefined;
}

/** Each folder that `to` may name. */
export const foldersAfter = (to: Expression, state: State, frame: Frame): readonly Folder[] =>
  evaluate(to, state, frame).map(it => ({ path: folderNamed(datumText(it), state) }));

/** One that may be several cannot be known. */
export function folderAfter(to: Expression, state: State, frame: Frame): string | undefined {
  const [only, ...others] = foldersAfter(to, state, frame);
  return others.length === 0 ? only?.path : undefined;
}

/** In UTF-16 code units; no system has longer ones, only a script that goes down again and again. */
const PATH_LENGTH_MAX = 4_096;

function folderNamed(path: string | undefined, state: State): string | undefined {
  if (path === undefined || path === '-' || path.startsWith('~')) return undefined;
  const from = path.startsWith('/') ? '.' : state.folder;
  const folder = from === undefined ? undefined : joinPath(from, path);
  return folder === undefined || folder.length > PATH_LENGTH_MAX ? undefined : folder;
}
