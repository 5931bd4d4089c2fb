//! Whether a condition holds: what known texts decide, and what stays open.

import type { Condition } from '../domain/condition.ts';
import { type Alternatives, datumText } from './datum.ts';
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
      return agreed(of, part, (one, other) => hasPart(one, other, condition.place));
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
  const isEqual = agreed(left, right, (one, other) => one === other);
  return condition.isEqual ? isEqual : negated(isEqual);
}

/** What holds for every pair, or for none of them. */
function agreed(
  left: Alternatives,
  right: Alternatives,
  holds: (one: string, other: string) => boolean,
): boolean | undefined {
  let found: boolean | undefined;
  for (const one of left.map(datumText)) {
    for (const other of right.map(datumText)) {
      if (one === undefined || other === undefined) return undefined;
      const outcome = holds(one, other);
      if (found !== undefined && found !== outcome) return undefined;
      found = outcome;
    }
  }
  return found;
}

function hasPart(text: string, part: string, place: 'start' | 'end' | 'anywhere'): boolean {
  switch (place) {
    case 'start':
      return text.startsWith(part);
    case 'end':
      return text.endsWith(part);
    case 'anywhere':
      return text.includes(part);
  }
}
