//! What a call starts in turn: a Terraform root, a Bicep file, a script handed over as text.

import type { Call } from '../domain/call.ts';
import type { Runs } from '../domain/operation.ts';
import type { Region } from '../domain/region.ts';
import type { Root } from '../domain/root.ts';
import { known, type Value } from '../domain/value.ts';
import { pathIn } from './paths.ts';
import { runRoot, targetOf } from './roots.ts';
import { givenInputs, runRoutine } from './routines.ts';
import { SCRIPT } from './scripts.ts';
import { type State, subshell, withoutSessions } from './state.ts';
import { enterText } from './texts.ts';
import type { Frame, ProviderSignIn } from './world.ts';

export function runEffect(
  runs: Runs,
  call: Call,
  state: State,
  frame: Frame,
): readonly ProviderSignIn[] {
  if (runs.kind === 'script') {
    runText(runs, state, frame);
    return [];
  }
  if (runs.kind === 'steps') {
    frame.world.runSteps(runs.steps, state, frame);
    return [];
  }
  if (runs.everyBelow !== undefined)
    return runEveryBelow(runs, runs.everyBelow, call, state, frame);
  if (runs.root) return runRoot(runs, runs.root, call, state, frame);
  runFile(runs, call, state, frame);
  return [];
}

export const rootOf = (runs: Runs): Root | undefined =>
  runs.kind === 'routine' ? runs.root : undefined;

function runFile(runs: Runs & { kind: 'routine' }, call: Call, state: State, frame: Frame): void {
  const named = pathIn(state.folder, runs.path);
  if (named === undefined) return;
  // A file of values may stand for the template that it says it is for.
  const file = frame.world.valueFilesAt(named)[0]?.serves ?? named;
  const isScript = runs.type === SCRIPT;
  // A script that a call hands over runs on the machine that the call names.
  const machine = isScript ? withoutSessions(subshell(state)) : withVariables(runs, call, state);
  runRoutine({ ...targetOf(runs, file, state.folder, call), sharesProcess: false }, machine, {
    ...frame,
    // The command says all that is given.
    isOpen: false,
    action: runs.action,
  });
}

function withVariables(runs: Runs & { kind: 'routine' }, call: Call, state: State): State {
  if (!runs.environment) return state;
  const variables = state.variables.fork();
  for (const [name, value] of givenInputs(runs.environment, call.at)) variables.set(name, value);
  return { ...state, variables };
}

function runEveryBelow(
  runs: Runs & { kind: 'routine' },
  name: string,
  call: Call,
  state: State,
  frame: Frame,
): readonly ProviderSignIn[] {
  const folder = pathIn(state.folder, runs.path);
  const { root } = runs;
  if (folder === undefined || !root) return [];
  const paths = frame.world
    .routinesNamed(name)
    .filter(
      ({ type, path }) => type === runs.type && (folder === '.' || path.startsWith(`${folder}/`)),
    )
    .map(it => it.path);
  return [...new Set(paths)].flatMap(it =>
    runRoot({ ...runs, path: known(`/${it}`, call.at) }, root, call, state, frame),
  );
}

function runText(runs: Runs & { kind: 'script' }, state: State, frame: Frame): void {
  const region = regionOf(runs.source);
  const entered = region && enterText(runs.language, region, frame);
  if (!entered) return;
  const machine = runs.session === 'machine' ? withoutSessions(subshell(state)) : subshell(state);
  frame.world.runSteps(entered.program.steps, machine, entered.frame);
}

function regionOf(source: Value<string>): Region | undefined {
  if (source.kind === 'absent') return undefined;
  if (source.region) return source.region;
  return source.kind === 'known'
    ? { at: source.at, text: source.value, segments: [], holes: [] }
    : undefined;
}
