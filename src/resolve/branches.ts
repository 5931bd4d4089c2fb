//! Branches: the arm that known texts or a known session decide, or what holds after any of them.

import type { Choice } from '../domain/condition.ts';
import type { Span } from '../domain/span.ts';
import type { BranchStep } from '../domain/step.ts';
import { outcomeOf } from './conditions.ts';
import { datumText, stringDatum } from './datum.ts';
import { evaluate } from './evaluate.ts';
import { globMatches } from './globs.ts';
import { join, joinTogether, keepAll, rejoinAll } from './join.ts';
import { ANY_OUTPUT, outputKey } from './outputs.ts';
import { keepBefore } from './sessions.ts';
import { copyOf, type State } from './state.ts';
import { type Frame, placeKey } from './world.ts';

export function branch(step: BranchStep, state: State, frame: Frame): void {
  if (step.areTogether) return runTogether(step, state, frame);
  const taken = takenArm(step, state, frame);
  if (taken !== undefined) {
    leave(step, taken, state, frame);
    noteSkipped(step, taken, state);
    return frame.world.runSteps(step.arms[taken] ?? [], state, frame);
  }
  leave(step, undefined, state, frame);
  const inside = step.isExpected ? frame : { ...frame, isConditional: true };
  const arms = step.isExhaustive ? step.arms : [...step.arms, []];
  const failing = failingArm(step);
  const ways = arms.map((arm, index) => {
    const way = copyOf(state);
    if (index === failing) keepBefore(way);
    frame.world.runSteps(arm, way, inside);
    return way;
  });
  const [expected] = ways;
  join(state, ways);
  // Where it failed mostly nothing goes on, so whoever signed in is in; variables keep both values, which costs nothing.
  if (step.isExpected && expected && expected.stopped === undefined) {
    keepAll(state.sessions, expected.sessions);
  }
}

/** None sees what another does. */
function runTogether({ arms }: BranchStep, state: State, frame: Frame): void {
  const ways = arms.map(arm => {
    const way = copyOf(state);
    frame.world.runSteps(arm, way, frame);
    rejoinAll(way);
    return way;
  });
  joinTogether(state, ways);
}

/** What surely does not run gives out nothing. */
function noteSkipped({ arms, at }: BranchStep, taken: number, state: State): void {
  for (const step of arms.filter((_, index) => index !== taken).flat()) {
    if (step.kind !== 'scope' || step.id === undefined) continue;
    state.outputs.set(outputKey(step.id, ANY_OUTPUT), [stringDatum('', at)]);
  }
}

/** `az login … || true`: the index of the arm that runs, or of the way past all arms, when the command before failed. */
function failingArm({ when, isExpected }: BranchStep): number | undefined {
  if (when?.kind !== 'outcome' || isExpected) return undefined;
  return when.isSuccess ? 1 : 0;
}

/** The index of the arm that is taken, whether there is one or not; `undefined` when it cannot be told. */
function takenArm(step: BranchStep, state: State, frame: Frame): number | undefined {
  if (step.choice) return chosenArm(step.choice, state, frame);
  const decided = step.when && outcomeOf(step.when, state, frame);
  return decided === undefined ? undefined : decided ? 0 : 1;
}

/** The first arm with a pattern that the text matches. */
function chosenArm(choice: Choice, state: State, frame: Frame): number | undefined {
  const texts = evaluate(choice.of, state, frame).map(datumText);
  const arms = texts.map(text =>
    text === undefined
      ? undefined
      : choice.patterns.findIndex(all => all.some(it => globMatches(it, text))),
  );
  const [first, ...others] = arms;
  return others.every(it => it === first) ? first : undefined;
}

/** Arms that are not taken here may be taken where a person runs the script; see `leftovers.ts`. */
export function leave(
  { at, arms }: Pick<BranchStep, 'at' | 'arms'>,
  taken: number | undefined,
  { functions }: State,
  frame: Frame,
): void {
  const { takenArms, leftArms } = frame.world;
  const keys = armKeys(arms, at);
  for (const [index, body] of arms.entries()) {
    const key = keys[index] ?? '';
    if (taken === undefined || index === taken) takenArms.add(key);
    else if (!takenArms.has(key)) leftArms.set(key, { name: '', body, frame, functions });
  }
}

const knownKeys = new WeakMap<BranchStep['arms'], readonly string[]>();

/** One for each arm; they are asked for at every run of the branch. */
function armKeys(arms: BranchStep['arms'], at: Span): readonly string[] {
  const before = knownKeys.get(arms);
  if (before) return before;
  const keys = arms.map((_, index) => `${placeKey(at)}:${index}`);
  knownKeys.set(arms, keys);
  return keys;
}
