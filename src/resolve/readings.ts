//! What a reader says of a call under the environment as it is, or as it may be.

import type { Surroundings } from '../domain/sign-in.ts';
import type { Span } from '../domain/span.ts';
import { ABSENT, type Value } from '../domain/value.ts';
import { datumText } from './datum.ts';
import { datumValue } from './datum-value.ts';
import type { Settings } from './journal.ts';
import { isOwnVariable } from './own-variables.ts';
import { isOpened } from './sessions.ts';
import { NOWHERE, type State } from './state.ts';
import type { Frame } from './world.ts';

export interface Reading<T> {
  readonly value: T;
  readonly settings: Settings;
}

/**
 * What a reader says with the environment as it is. A variable that is set on one way here and not on another
 * makes two readings: one with all such variables, one without any.
 */
export function readings<T>(
  state: State,
  frame: Frame,
  read: (surroundings: Surroundings) => T | undefined,
): readonly Reading<T>[] {
  let isMixed = false;
  const lookUp = (name: string, isGiven: boolean, settings: Map<string, Span>): Value<string> => {
    // A program does not see what the shell keeps to itself.
    const all = isOwnVariable(name, state.variables) ? [] : (state.variables.get(name) ?? []);
    const set = all.filter(
      it => it.kind !== 'absent' && it.kind !== 'unset' && datumText(it) !== '',
    );
    if (set.length < all.length && set.length > 0) isMixed = true;
    const [first, ...others] = set;
    if (!first || (!isGiven && set.length < all.length)) return ABSENT;
    if ('at' in first) settings.set(name, first.at);
    if (others.length === 0) return datumValue(first, []);
    return { kind: 'unknown', why: { kind: 'not-evaluated', text: name }, at: NOWHERE, via: [] };
  };
  // Whoever signs in to the Azure CLI here relies on that, not on an environment nobody shows.
  const isOpen = frame.entryPoint.reach === 'manual' || state.isOpen;
  const isClosed = !isOpen || isOpened('azure-cli', state);
  const readWith = (isGiven: boolean): readonly Reading<T>[] => {
    const settings = new Map<string, Span>();
    const value = read({ environment: name => lookUp(name, isGiven, settings), isClosed });
    return value === undefined ? [] : [{ value, settings }];
  };
  const given = readWith(true);
  return isMixed ? [...given, ...readWith(false)] : given;
}
