//! What a reader says of a call under the environment as it is, or as it may be.

import type { Surroundings } from '../domain/sign-in.ts';
import { ABSENT, type Value } from '../domain/value.ts';
import { datumText } from './datum.ts';
import { datumValue } from './datum-value.ts';
import { NOWHERE, type State } from './state.ts';
import type { Frame } from './world.ts';

/**
 * What a reader says with the environment as it is. A variable that is set on one way here and not on another
 * makes two readings: one with all such variables, one without any.
 */
export function readings<T>(
  state: State,
  frame: Frame,
  read: (surroundings: Surroundings) => T | undefined,
): readonly T[] {
  let isMixed = false;
  const lookUp = (name: string, isGiven: boolean): Value<string> => {
    const all = state.variables.get(name) ?? [];
    const set = all.filter(
      it => it.kind !== 'absent' && it.kind !== 'unset' && datumText(it) !== '',
    );
    if (set.length < all.length && set.length > 0) isMixed = true;
    const [first, ...others] = set;
    if (!first || (!isGiven && set.length < all.length)) return ABSENT;
    if (others.length === 0) return datumValue(first, []);
    return { kind: 'unknown', why: { kind: 'not-evaluated', text: name }, at: NOWHERE, via: [] };
  };
  // Whoever signs in to the Azure CLI here relies on that, not on an environment nobody shows.
  const isOpen = frame.entryPoint.reach === 'manual' || state.isOpen;
  const isClosed = !isOpen || state.sessions.has('azure-cli');
  const given = read({ environment: name => lookUp(name, true), isClosed });
  const missing = isMixed
    ? read({ environment: name => lookUp(name, false), isClosed })
    : undefined;
  return [given, missing].flatMap(it => (it === undefined ? [] : [it]));
}
