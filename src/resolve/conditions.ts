//! Whether a condition holds: what known texts decide, and what stays open.

import type { Condition } from '../domain/condition.ts';
import { type Alternatives, type Datum, datumText } from './datum.ts';
import { evaluate } from './evaluate.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

/** `undefined` when one of the texts is not known, or may be one of several. */
export function outcomeOf(condition: Condition, state: State, frame: Frame): boolean | undefined {
  switch (condition.kind) {
    case 'outcome': {
      const { hasSucceeded } = state;
      return hasSucceeded === undefined ? undefined : hasSucceeded === condition.isSuccess;
    }
    case 'texts':
      return comparison(condition, state, frame);
    case 'part': {
      const of = evaluate(condition.of, state, frame);
      const part = evaluate(condition.part, state, frame);
      return agreed(of, part, (one, other) => hasPart(textOf(one), textOf(other), condition.place));
    }
    case 'all':
      return together(condition.of, false, state, frame);
    case 'any':
      return together(condition.of, true, state, frame);
    case 'not':
      return negated(outcomeOf(condition.of, state, frame));
    case 'open':
      return undefined;
  }
}

const negated = (outcome: boolean | undefined): boolean | undefined =>
  outcome === undefined ? undefined : !outcome;

/** One that is `decisive` decides, whatever is not known of the others. */
function together(
  conditions: readonly Condition[],
  decisive: boolean,
  state: State,
  frame: Frame,
): boolean | undefined {
  const outcomes = conditions.map(it => outcomeOf(it, state, frame));
  if (outcomes.includes(decisive)) return decisive;
  return outcomes.includes(undefined) ? undefined : !decisive;
}

function comparison(
  condition: Condition & { kind: 'texts' },
  state: State,
  frame: Frame,
): boolean | undefined {
  const left = evaluate(condition.left, state, frame);
  const right = evaluate(condition.right, state, frame);
  const [held] = left;
  // Whoever passes a secret on has one: that it is empty is not what the author meant.
  const isSecret = held?.kind === 'unknown' && held.why.kind === 'held-by-platform';
  if (left.length === 1 && isSecret && right.every(it => datumText(it) === '')) {
    return !condition.isEqual;
  }
  const isEqual = agreed(left, right, isSame);
  return condition.isEqual ? isEqual : negated(isEqual);
}

/** What holds for every pair, or for none of them. */
function agreed(
  left: Alternatives,
  right: Alternatives,
  holds: (one: Datum, other: Datum) => boolean | undefined,
): boolean | undefined {
  let found: boolean | undefined;
  for (const one of left) {
    for (const other of right) {
      const outcome = holds(one, other);
      if (outcome === undefined || (found !== undefined && found !== outcome)) return undefined;
      found = outcome;
    }
  }
  return found;
}

const textOf = (datum: Datum): string | undefined =>
  isUsual(datum) ? undefined : datumText(datum);

const isUsual = (datum: Datum): boolean => datum.kind === 'string' && datum.isUsual === true;

/** A text of which something is known is not empty, whatever the rest is. */
function isSame(one: Datum, other: Datum): boolean | undefined {
  const [text, same] = [textOf(one), textOf(other)];
  if (text !== undefined && same !== undefined) return text === same;
  const isApart = (text === '' && isGiven(other)) || (same === '' && isGiven(one));
  return isApart ? false : undefined;
}

const isGiven = (datum: Datum): boolean =>
  (datum.kind === 'unknown' && datum.isFilled === true) || isPartlyKnown(datum);

const isPartlyKnown = (datum: Datum): boolean =>
  datum.kind === 'string' &&
  datum.isUsual !== true &&
  datum.parts.some(it => it.kind === 'text' && it.text !== '');

function hasPart(
  text: string | undefined,
  part: string | undefined,
  place: 'start' | 'end' | 'anywhere',
): boolean | undefined {
  if (text === undefined || part === undefined) return undefined;
  switch (place) {
    case 'start':
      return text.startsWith(part);
    case 'end':
      return text.endsWith(part);
    case 'anywhere':
      return text.includes(part);
  }
}
