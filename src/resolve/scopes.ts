//! What does not outlive a stretch of steps, and what another machine runs on its own.

import type { DetachedStep, ScopeStep } from '../domain/step.ts';
import { evaluate } from './evaluate.ts';
import { keepTouched, rejoinAll } from './join.ts';
import { newNames } from './names.ts';
import { folderAfter } from './run-steps.ts';
import { copyOf, newState, type Occupant, type State } from './state.ts';
import { type Frame, STEPS_MAX } from './world.ts';

export function runScope(step: ScopeStep, state: State, frame: Frame): void {
  if (step.onlyUnder && frame.action !== '' && !step.onlyUnder.includes(frame.action)) return;
  const inside =
    step.ends === 'machine'
      ? { ...copyOf(state), sessions: newNames<readonly Occupant[]>() }
      : copyOf(state);
  const isStep = step.title !== undefined;
  for (const entry of step.environment) {
    inside.variables.set(entry.name, evaluate(entry.value, inside, frame));
  }
  if (step.folder) inside.folder = folderAfter(step.folder, inside, frame);
  const link = { at: step.at, message: step.title ?? '' };
  frame.world.runSteps(step.body, inside, {
    ...frame,
    chain: isStep ? [...frame.chain, link] : frame.chain,
    stepId: step.id ?? frame.stepId,
  });
  rejoinAll(inside);
  if (step.ends !== 'machine') keepTouched(state.sessions, inside.sessions);
  keepTouched(state.written, inside.written);
  keepTouched(state.outputs, inside.outputs);
  keepTouched(state.laterVariables, inside.laterVariables);
  if (isStep) applyLaterVariables(state);
}

/** What a step wrote to `$GITHUB_ENV` holds from the next step on. */
function applyLaterVariables(state: State): void {
  for (const name of state.laterVariables.keys()) {
    const value = state.laterVariables.get(name);
    if (value) state.variables.set(name, value);
  }
}

/** A deployment script, a runbook, an app: nobody is there, and nobody's session either. */
export function runDetached(step: DetachedStep, frame: Frame): void {
  const { path } = step.at;
  const entryPoint = {
    id: `${path}#${step.name}`,
    title: `\`${step.name}\``,
    reach: 'automation' as const,
    at: step.at,
  };
  const link = { at: step.at, message: `\`${step.name}\` runs on its own` };
  frame.world.runSteps(step.body, newState(undefined), {
    ...frame,
    entryPoint,
    chain: [...frame.chain, link],
    terraform: undefined,
    stepId: undefined,
    isConditional: false,
    budget: { stepsLeft: STEPS_MAX, isExceeded: false },
  });
}
