//! What a call starts in turn: a Terraform root, a Bicep file, a script handed over as text.

import type { Call } from '../domain/call.ts';
import type { Runs } from '../domain/operation.ts';
import type { Region } from '../domain/region.ts';
import { known, type Value } from '../domain/value.ts';
import { runPacker } from './packer.ts';
import { baseName, pathIn } from './paths.ts';
import { givenInputs, runRoutine } from './routines.ts';
import { SCRIPT } from './scripts.ts';
import { type State, subshell, withoutSessions } from './state.ts';
import { isRoot, runTerraform } from './terraform.ts';
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
  if (runs.type === 'packer-template') return runPacker(runs, call, state, frame);
  if (isRoot(runs.type)) return runTerraform(runs, call, state, frame);
  runFile(runs, call, state, frame);
  return [];
}

function runFile(runs: Runs & { kind: 'routine' }, call: Call, state: State, frame: Frame): void {
  const file = pathIn(state.folder, runs.path);
  if (file === undefined) return;
  const isScript = runs.type === SCRIPT;
  const verb = runs.type === 'bicep-file' ? 'deploys' : 'runs';
  // A script that a call hands over runs on the machine that the call names.
  const machine = isScript ? withoutSessions(subshell(state)) : withVariables(runs, call, state);
  runRoutine(
    {
      type: runs.type,
      path: file,
      inputs: givenInputs(runs.inputs, call.at),
      valueFiles: runs.valueFiles.flatMap(it => pathIn(state.folder, it) ?? []),
      arguments: undefined,
      isOpen: false,
      sharesProcess: false,
      link: { at: call.at, message: `${verb} \`${file}\`` },
    },
    machine,
    { ...frame, action: runs.action },
  );
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
  if (folder === undefined) return [];
  const paths = [...frame.world.routines.values()]
    .flatMap(([routine]) => (routine?.type === runs.type ? [routine.path] : []))
    .filter(it => baseName(it) === name && (folder === '.' || it.startsWith(`${folder}/`)));
  return paths.flatMap(it =>
    runTerraform({ ...runs, path: known(`/${it}`, call.at) }, call, state, frame),
  );
}

function runText(runs: Runs & { kind: 'script' }, state: State, frame: Frame): void {
  const region = regionOf(runs.source);
  const program = region && frame.world.programOf(runs.language, region);
  if (!program) return;
  const machine = runs.session === 'machine' ? withoutSessions(subshell(state)) : subshell(state);
  frame.world.runSteps(program.steps, machine, frame);
}

function regionOf(source: Value<string>): Region | undefined {
  if (source.kind === 'absent') return undefined;
  if (source.region) return source.region;
  return source.kind === 'known'
    ? { at: source.at, text: source.value, segments: [], holes: [] }
    : undefined;
}
