//! A template of Packer: its builders say whom the command that builds it acts as.

import type { Call } from '../domain/call.ts';
import type { Runs } from '../domain/operation.ts';
import { pathIn } from './paths.ts';
import { givenInputs, runRoutine } from './routines.ts';
import { type State, subshell } from './state.ts';
import type { Frame, ProviderSignIn, TerraformRun } from './world.ts';

/** Everyone that a builder of the template signs in as. */
export function runPacker(
  runs: Runs & { kind: 'routine' },
  call: Call,
  state: State,
  frame: Frame,
): readonly ProviderSignIn[] {
  const path = pathIn(state.folder, runs.path);
  if (path === undefined) return [];
  const gathered: TerraformRun = { providers: [], implied: new Map() };
  runRoutine(
    {
      type: runs.type,
      path,
      inputs: givenInputs(runs.inputs, call.at),
      valueFiles: runs.valueFiles.flatMap(it => pathIn(state.folder, it) ?? []),
      arguments: undefined,
      isOpen: false,
      sharesProcess: true,
      link: { at: call.at, message: `builds \`${path}\`` },
    },
    subshell(state),
    { ...frame, terraform: gathered, action: runs.action, rootFolder: path },
  );
  return gathered.providers;
}
