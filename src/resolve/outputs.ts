//! What steps give out, by the names that others read it by.

import type { Alternatives } from './datum.ts';
import type { State } from './state.ts';

/** In any case. */
export const outputKey = (id: string, name: string): string => `${id}.${name}`.toLowerCase();

/** Stands for every output of what did not run; none is called so. */
export const ANY_OUTPUT = ':any';

/** `undefined` for what nothing that was followed gave out. */
export function outputNamed(name: string, { outputs }: State): Alternatives | undefined {
  const id = name.slice(0, name.lastIndexOf('.'));
  return outputs.get(name.toLowerCase()) ?? outputs.get(outputKey(id, ANY_OUTPUT));
}
