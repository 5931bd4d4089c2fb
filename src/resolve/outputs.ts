//! What steps give out, by the names that others read it by.

import type { Span } from '../domain/span.ts';
import { WRITTEN } from '../domain/variable-files.ts';
import { type Alternatives, type Datum, unknownDatum } from './datum.ts';
import type { State } from './state.ts';

/** In any case. */
export const outputKey = (id: string, name: string): string => `${id}.${name}`.toLowerCase();

/** Stands for every output of what did not run; none is called so. */
export const ANY_OUTPUT = ':any';

/** `undefined` for what nothing that was followed gave out. */
export function outputNamed(name: string, state: State, at: Span): Alternatives | undefined {
  const { outputs } = state;
  if (name.endsWith(`.${WRITTEN}`)) return [written(name.toLowerCase(), state, at)];
  const id = name.slice(0, name.lastIndexOf('.'));
  return outputs.get(name.toLowerCase()) ?? outputs.get(outputKey(id, ANY_OUTPUT));
}

/** What a script wrote to files of variables, as an object. */
function written(start: string, { outputs }: State, at: Span): Datum {
  const entries = [...outputs.keys()].flatMap(key => {
    const [value, ...others] = key.startsWith(start) ? (outputs.get(key) ?? []) : [];
    if (!value) return [];
    const why = { kind: 'not-evaluated' as const, text: 'one of several values' };
    const one = others.length === 0 ? value : unknownDatum(why, at);
    return [[key.slice(start.length), one] as const];
  });
  return { kind: 'object', entries: new Map(entries), at };
}
