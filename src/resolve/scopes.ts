//! What does not outlive a stretch of steps, and what another machine runs on its own.

import type { DetachedStep, ScopeStep } from '../domain/step.ts';
import { evaluate } from './evaluate.ts';
import { folderAfter } from './run-steps.ts';
import { copyOf, newState, type State } from './state.ts';
import { type Frame, STEPS_MAX } from './world.ts';

export function runScope(step: ScopeStep, state: State, frame: Frame): void {
  if (step.onlyUnder && frame.action !== '' && !step.onlyUnder.includes(frame.action)) return;
  const inside = copyOf(state);
  if (step.ends === 'machine') inside.sessions.clear();
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
  if (step.ends !== 'machine') keepSessions(state, inside);
  keepFiles(state, inside);
  if (isStep) applyLaterVariables(state);
}

function keepSessions(state: State, inside: State): void {
  state.sessions.clear();
  for (const [session, occupants] of inside.sessions) state.sessions.set(session, occupants);
}

function keepFiles(state: State, inside: State): void {
  for (const [path, text] of inside.written) state.written.set(path, text);
  for (const [name, value] of inside.outputs) state.outputs.set(name, value);
  for (const [name, value] of inside.laterVariables) state.laterVariables.set(name, value);
}

/** What a step wrote to `$GITHUB_ENV` holds from the next step on. */
function applyLaterVariables(state: State): void {
  for (const [name, value] of state.laterVariables) state.variables.set(name, value);
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
