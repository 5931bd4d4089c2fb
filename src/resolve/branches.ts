//! Branches: the arm that known texts or a known session decide, or what holds after any of them.

import type { BranchStep, Condition } from '../domain/step.ts';
import { datumText } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { join } from './join.ts';
import { placeKey } from './run-steps.ts';
import { copyOf, type State } from './state.ts';
import type { Frame } from './world.ts';

export function branch(step: BranchStep, state: State, frame: Frame): void {
  const decided = step.when && outcomeOf(step.when, state, frame);
  if (decided !== undefined) {
    const taken = decided ? 0 : 1;
    leave(step, taken, state, frame);
    return frame.world.runSteps(step.arms[taken] ?? [], state, frame);
  }
  leave(step, undefined, state, frame);
  const inside = { ...frame, isConditional: true };
  const ways = step.arms.map(arm => {
    const way = copyOf(state);
    frame.world.runSteps(arm, way, inside);
    return way;
  });
  join(state, step.isExhaustive ? ways : [...ways, copyOf(state)]);
}

/** Arms that are not taken here may be taken where a person runs the script; see `leftovers.ts`. */
function leave(
  step: BranchStep,
  taken: number | undefined,
  state: State,
  { world, ...frame }: Frame,
): void {
  for (const [index, arm] of step.arms.entries()) {
    const key = `${placeKey(step.at)}:${index}`;
    if (taken === undefined || index === taken) world.takenArms.add(key);
    else {
      const { functions } = state;
      world.leftArms.set(key, { name: '', body: arm, frame: { world, ...frame }, functions });
    }
  }
}

/** `undefined` when one of the texts is not known, or may be one of several. */
function outcomeOf(condition: Condition, state: State, frame: Frame): boolean | undefined {
  if (condition.kind === 'outcome') {
    const { hasSucceeded } = state;
    return hasSucceeded === undefined ? undefined : hasSucceeded === condition.isSuccess;
  }
  const [left, right] = [condition.left, condition.right].map(side => {
    const [only, ...others] = evaluate(side, state, frame);
    return only && others.length === 0 ? datumText(only) : undefined;
  });
  return left === undefined || right === undefined
    ? undefined
    : (left === right) === condition.isEqual;
}
