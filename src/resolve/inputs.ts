//! Entries of a step to the flat `Inputs` that readers of calls see.

import type { Inputs } from '../domain/call.ts';
import type { Entry, Expression } from '../domain/expression.ts';
import type { Value } from '../domain/value.ts';
import type { Datum } from './datum.ts';
import { datumValue } from './datum-value.ts';
import { entryValues } from './entries.ts';
import { evaluate } from './evaluate.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

/** Deeper objects than this hold no argument that any reader asks for. */
const DEPTH_MAX = 12;

/**
 * Every way to read the entries. Where several of them have several values, the first of each go together,
 * then the second of each: arms of one condition correlate, and all combinations would be too many.
 */
export function inputChoices(
  entries: readonly Entry[],
  state: State,
  frame: Frame,
): readonly Inputs[] {
  const evaluated = entryValues(entries, state, frame);
  const ways = Math.max(1, ...evaluated.map(([, options]) => options.length));
  return Array.from({ length: ways }, (_, way) => {
    const inputs = new Map<string, Value<string>>();
    for (const [name, options] of evaluated) {
      const datum = options[Math.min(way, options.length - 1)];
      if (datum) flatten(name, datum, inputs, 0);
    }
    return inputs;
  });
}

/** An object's entries become inputs; `{...}` of unknown origin becomes none. */
export function argumentChoices(args: Expression, state: State, frame: Frame): readonly Inputs[] {
  if (args.kind === 'object') return inputChoices(args.entries, state, frame);
  return evaluate(args, state, frame).map(datum => {
    const inputs = new Map<string, Value<string>>();
    if (datum.kind === 'object') {
      for (const [name, value] of datum.entries) flatten(name, value, inputs, 0);
    }
    return inputs;
  });
}

/** What an object holds, for a word that it stands in the place of. */
export function entriesOf(datum: Datum & { kind: 'object' }): Inputs {
  const entries = new Map<string, Value<string>>();
  for (const [name, value] of datum.entries) flatten(name, value, entries, 0);
  return entries;
}

function flatten(
  name: string,
  datum: Datum,
  into: Map<string, Value<string>>,
  depth: number,
): void {
  if (depth > DEPTH_MAX) return;
  switch (datum.kind) {
    case 'object':
      for (const [key, value] of datum.entries) flatten(`${name}.${key}`, value, into, depth + 1);
      return;
    case 'list':
      for (const [index, item] of datum.items.entries()) {
        flatten(`${name}.${index}`, item, into, depth + 1);
      }
      return;
    case 'string':
    case 'unknown':
      into.set(name, datumValue(datum, []));
      return;
    case 'unset':
      // A parameter that nothing in the repository gives: somebody does, or it is an error.
      into.set(name, {
        kind: 'unknown',
        why: { kind: 'not-in-repository', name: datum.name },
        at: datum.at,
        via: [],
      });
      return;
    case 'absent':
      return;
  }
}
