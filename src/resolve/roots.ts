//! Roots: what a command runs as a whole, and everyone whom its backend, providers and builders sign in as.

import type { Call, Inputs } from '../domain/call.ts';
import type { Runs } from '../domain/operation.ts';
import type { ImpliedProviders, Root } from '../domain/root.ts';
import { known } from '../domain/value.ts';
import { backendConfigOf, INIT } from './backend-config.ts';
import {
  initialisedWith,
  keepPlan,
  type PlanGiven,
  planGiven,
  workspaceOf,
} from './left-behind.ts';
import { dropOwn } from './own-variables.ts';
import { folderOf, pathIn } from './paths.ts';
import { outermostScope, usedProviders } from './provider-names.ts';
import { routineKey } from './repository.ts';
import { givenInputs, runRoutine, type Target } from './routines.ts';
import { isOpened } from './sessions.ts';
import { type Occupant, type State, subshell } from './state.ts';
import { configurationName } from './terraform.ts';
import type { Frame, ProviderSignIn, RootRun, World } from './world.ts';
import { writtenValues } from './written-values.ts';

/** Everyone the root signs in as, when a command runs it in a way. */
export function runRoot(
  runs: Runs & { kind: 'routine' },
  root: Root,
  call: Call,
  state: State,
  frame: Frame,
): readonly ProviderSignIn[] {
  const path = folderInPlaceOfPlan(runs, state, frame) ?? pathIn(state.folder, runs.path);
  const folder = folderIn(root, path, state);
  const workspace = workspaceOf(runs, folder, state, frame);
  const run: RootRun = { providers: [], uses: [], workspace };
  const inside: Frame = {
    ...frame,
    isOpen: false,
    root: run,
    scope: outermostScope(),
    action: runs.action,
    rootFolder: (root.runsIn === 'current-folder' ? path : folder) ?? '.',
    backendConfig: initialisedWith(backendConfigOf(runs, folder, frame), folder, state),
  };
  const process = { ...subshell(state), folder };
  dropOwn(process);
  const plan = planGiven(runs, folder, state);
  const written = writtenValues(folder, state);
  const target =
    path === undefined ? undefined : { ...targetOf(runs, path, folder, call), written };
  const isFound =
    target !== undefined && runRoutine(plan ? underPlan(target, plan) : target, process, inside);
  if (run.inputs) keepPlan(runs, folder, run.inputs, state);
  const { implied } = root;
  if (!implied || runs.action === INIT) return run.providers;
  const used = usedProviders(run);
  run.providers.splice(0, run.providers.length, ...used.providers);
  for (const [provider, args] of used.implied)
    addProvider(implied, provider, args, call, process, inside);
  if (isFound ? isAzureElsewhere(run, state) : isLikelyAzure(state, folder, frame))
    addProvider(implied, implied.likely, new Map(), call, process, inside);
  return run.providers;
}

/** What the call runs at the path, with files of values from the folder. */
export const targetOf = (
  runs: Runs & { kind: 'routine' },
  path: string,
  folder: string | undefined,
  call: Call,
): Target => ({
  type: runs.type,
  path,
  inputs: givenInputs(runs.inputs, call.at),
  valueFiles: runs.valueFiles.map(it => pathIn(folder, it)),
  ...(runs.filesBefore ? { filesBefore: runs.filesBefore } : {}),
  arguments: undefined,
  isOpen: false,
  sharesProcess: true,
  link: { at: call.at, message: `${runs.verb ?? 'runs'} \`${path}\`` },
});

/** Before 0.14 `apply` was given its root where it is given a plan now. */
function folderInPlaceOfPlan(
  { type, resumes }: Runs & { kind: 'routine' },
  state: State,
  frame: Frame,
): string | undefined {
  const path = resumes && pathIn(state.folder, resumes);
  return path !== undefined && frame.world.routines.has(routineKey(type, path)) ? path : undefined;
}

const underPlan = (target: Target, { inputs }: PlanGiven): Target =>
  inputs ? { ...target, inputs } : { ...target, isOpen: true };

function folderIn(root: Root, path: string | undefined, state: State): string | undefined {
  switch (root.runsIn) {
    case 'path':
      return path;
    case 'folder-of-path':
      return path === undefined ? undefined : folderOf(path);
    case 'current-folder':
      return state.folder;
  }
}

/** Declarations that end so say who the command that runs their root acts as, under the name of that argument. */
const SAYING_WHO = /-(provider|backend|builder)$/;

export function gatherProvider(call: Call, occupant: Occupant, { root, scope }: Frame): void {
  if (!root || call.kind !== 'construct') return;
  const argument = SAYING_WHO.exec(call.type)?.[1] ?? '';
  const provider = call.args.get(argument);
  if (provider?.kind !== 'known') return;
  const name = argument === 'provider' ? configurationName(call.args, argument) : undefined;
  const configures = name === undefined ? {} : { configures: { name, scope } };
  root.providers.push({ provider: provider.value, occupant, ...configures });
}

function addProvider(
  { construct }: ImpliedProviders,
  provider: string,
  given: Inputs,
  { at }: Call,
  state: State,
  frame: Frame,
): void {
  const args: Inputs = new Map([...given, ['provider', known(provider, at)]]);
  frame.world.perform([{ kind: 'construct', type: construct, args, at }], state, frame);
}

const PROVIDER = 'terraform-provider';

/** A module of elsewhere, of which nothing here configures a provider: its backend or the variables tell. */
const isAzureElsewhere = ({ isElsewhere, providers }: RootRun, state: State): boolean =>
  isElsewhere === true &&
  providers.every(it => it.configures === undefined) &&
  (providers.length > 0 || hasVariables(state));

const hasVariables = ({ variables }: State): boolean =>
  [...variables.keys()].some(it => it.startsWith('ARM_'));

/** A root that is not found: only what stands around the command tells whether it is Azure's. */
function isLikelyAzure(state: State, folder: string | undefined, frame: Frame): boolean {
  if (isOpened('azure-cli', state)) return true;
  if (hasVariables(state)) return true;
  return folder === undefined && hasAzureProvider(frame.world);
}

const answered = new WeakMap<World, boolean>();

/** Whether any root of the repository has one; many that are not found ask. */
function hasAzureProvider(world: World): boolean {
  const before = answered.get(world);
  if (before !== undefined) return before;
  const steps = world.routinesBelow('.').flatMap(it => it.body);
  const found = steps.some(step => step.kind === 'construct' && step.type === PROVIDER);
  answered.set(world, found);
  return found;
}
