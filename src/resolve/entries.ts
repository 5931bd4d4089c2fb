//! Entries with what they hold, those that stand for all of an object among them.

import type { Entry } from '../domain/expression.ts';
import type { Alternatives } from './datum.ts';
import { evaluate } from './evaluate.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

/** In order: of several of one name the last counts. */
export function entryValues(
  entries: readonly Entry[],
  state: State,
  frame: Frame,
): readonly (readonly [string, Alternatives])[] {
  return entries.flatMap(({ name, value, isSpread }) => {
    const found = evaluate(value, state, frame);
    return isSpread ? [...spread(found)] : [[name, found] as const];
  });
}

/** Of several objects a name may have the value of any; what is no object adds nothing that could be told. */
function spread(objects: Alternatives): ReadonlyMap<string, Alternatives> {
  const byName = new Map<string, Alternatives>();
  for (const object of objects) {
    if (object.kind !== 'object') continue;
    for (const [name, value] of object.entries) {
      byName.set(name, [...(byName.get(name) ?? []), value]);
    }
  }
  return byName;
}

/** What a condition leaves out is not given. */
export const givenEntries = (
  entries: readonly Entry[],
  state: State,
  frame: Frame,
): ReadonlyMap<string, Alternatives> =>
  new Map(
    entryValues(entries, state, frame).filter(
      ([, values]) => !values.every(it => it.kind === 'absent'),
    ),
  );
