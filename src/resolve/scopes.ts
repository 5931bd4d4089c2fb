//! What does not outlive a stretch of steps, and what another machine runs on its own.

import type { Entry, Expression } from '../domain/expression.ts';
import type { DetachedStep, ScopeStep } from '../domain/scope-step.ts';
import { newBudget } from './budget.ts';
import { runCases } from './cases.ts';
import { entryValues } from './entries.ts';
import { evaluate } from './evaluate.ts';
import { type Folder, foldersAfter } from './folders.ts';
import { keepImage, type Machine, machineOf } from './images.ts';
import { join, keepAll, keepFiles, keepMachine, rejoinAll } from './join.ts';
import { runEach } from './matrix.ts';
import { outputKey } from './outputs.ts';
import { noteOwner } from './own-variables.ts';
import { endProcess } from './sessions.ts';
import { copyOf, newState, type State, withoutSessions } from './state.ts';
import type { Frame } from './world.ts';

/** Whether it counts under the way that the routine is run. */
export const isUnder = ({ onlyUnder }: Pick<ScopeStep, 'onlyUnder'>, { action }: Frame): boolean =>
  !onlyUnder || action === '' || onlyUnder.includes(action);

export function runScope(step: ScopeStep, state: State, frame: Frame): void {
  if (step.cases) return runCases(step, step.cases, state, frame);
  if (step.each) return runEach(step, step.each, state, frame);
  if (!isUnder(step, frame)) return;
  const isStep = step.title !== undefined;
  const { state: inside, body } = begun(step, state, frame);
  const folders = step.folder ? foldersAfter(step.folder, inside, frame) : [];
  const [only, ...others] = folders;
  if (others.length === 0) runIn({ ...step, body }, only, inside, state, frame);
  else runInEach(step, folders, state, frame);
  if (isStep) {
    applyLaterVariables(state);
    endProcess(state);
  }
}

/** A matrix may name several folders: each of them may be the one. */
function runInEach(step: ScopeStep, folders: readonly Folder[], state: State, frame: Frame): void {
  const ways = folders.map(folder => {
    const way = copyOf(state);
    const { state: inside, body } = begun(step, way, frame);
    runIn({ ...step, body }, folder, inside, way, { ...frame, isAlternative: true });
    return way;
  });
  join(state, ways);
}

function runIn(
  step: ScopeStep,
  folder: Folder | undefined,
  inside: State,
  state: State,
  frame: Frame,
): void {
  if (folder) inside.folder = folder.path;
  const link = step.title === undefined ? [] : [{ at: step.at, message: step.title }];
  frame.world.runSteps(step.body, inside, {
    ...frame,
    chain: [...frame.chain, ...link],
    stepId: step.id ?? frame.stepId,
  });
  rejoinAll(inside);
  if (step.outputs) giveOut(step.outputs, step.id ?? frame.stepId ?? '', inside, state, frame);
  keep(step, inside, state);
  keepImage(step, inside, state, frame);
}

function keep({ ends, sessions = [] }: ScopeStep, inside: State, state: State): void {
  switch (ends) {
    case 'job':
      return keepAll(state.outputs, inside.outputs);
    case 'machine':
      return keepFiles(state, inside);
    case 'process': {
      const before = sessions.map(it => [it, state.sessions.get(it)] as const);
      keepMachine(state, inside);
      for (const [session, occupants] of before) {
        if (occupants) state.sessions.set(session, occupants);
        else state.sessions.delete(session);
      }
    }
  }
}

/** What the steps inside gave out is known to them alone: `state` gets only what the scope says. */
function giveOut(
  outputs: readonly Entry[],
  id: string,
  inside: State,
  state: State,
  frame: Frame,
): void {
  const given = outputs.map(it => [it.name, evaluate(it.value, inside, frame)] as const);
  inside.outputs = state.outputs.fork();
  for (const [name, value] of given) inside.outputs.set(outputKey(id, name), value);
}

/** What a machine of its own is given is worked out where it is started. */
function begun(step: ScopeStep, state: State, frame: Frame): Machine {
  const machine = machineOf(step, state, frame);
  const inside = machine?.state ?? entered(step, state);
  const outside = machine || step.isAtOnce ? state : inside;
  for (const session of step.sessions ?? []) inside.sessions.delete(session);
  for (const variables of step.variables ?? []) takeVariables(variables, inside, outside, frame);
  for (const entry of step.environment) {
    for (const [name, value] of entryValues([entry], outside, frame)) {
      inside.variables.set(name, value);
      noteOwner(name, false, entry.at, inside);
    }
  }
  return { state: inside, body: machine?.body ?? step.body };
}

function entered({ ends }: ScopeStep, state: State): State {
  // Ways that left what is around it are none that end with it.
  const copy = { ...copyOf(state), left: [] };
  return ends === 'process' ? copy : withoutSessions(copy);
}

/** Of a file that is not here nothing is known but that it may set anything. */
function takeVariables(of: Expression, into: State, state: State, frame: Frame): void {
  for (const datum of evaluate(of, state, frame)) {
    if (datum.kind === 'object') {
      for (const [name, value] of datum.entries) into.variables.set(name, [value]);
    } else if (datum.kind !== 'unset') into.isOpen = true;
  }
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
    root: undefined,
    stepId: undefined,
    budget: newBudget(frame.budget.deep),
  });
}
