//! A root of Terraform or a project of Pulumi: its backend, providers and modules under the command that runs it.

import type { Call, ConstructCall, Inputs } from '../domain/call.ts';
import type { Routine } from '../domain/facts.ts';
import type { Runs } from '../domain/operation.ts';
import type { ConstructStep } from '../domain/step.ts';
import { known } from '../domain/value.ts';
import { backendConfigOf, withBackendConfig } from './backend-config.ts';
import { folderOf, pathIn } from './paths.ts';
import { givenInputs, runRoutine } from './routines.ts';
import { type Occupant, type State, subshell } from './state.ts';
import type { Frame, ProviderSignIn, TerraformRun } from './world.ts';

const MODULE = 'terraform-module';
const TERRAGRUNT = 'terragrunt-file';
const INIT = 'init';
const BACKEND = 'terraform-backend';
const PROVIDER = 'terraform-provider';
const IMPLIED = 'terraform-implied-provider';
const SAYING_WHO = /-provider$|^terraform-backend$|^packer-builder$/;

interface Kind {
  readonly title: string;
  /** Otherwise it is a folder. */
  readonly isFile: boolean;
  /** What a provider without a block counts as. */
  readonly implied: string;
  /** The provider that a root is likely to use of which nothing is known. */
  readonly provider: string;
}

const TERRAFORM: Kind = {
  title: 'Terraform root',
  isFile: false,
  implied: IMPLIED,
  provider: 'azurerm',
};

const PULUMI: Kind = {
  title: 'Pulumi project',
  isFile: false,
  implied: 'pulumi-provider',
  provider: 'azure-native',
};

const KINDS: ReadonlyMap<string, Kind> = new Map([
  [MODULE, TERRAFORM],
  [TERRAGRUNT, { ...TERRAFORM, isFile: true }],
  ['pulumi-project', PULUMI],
]);

/** Whether the operations of whoever runs it are those of its providers. */
export const isRoot = (type: string): boolean => KINDS.has(type);

/** Everyone the root signs in as, when a command runs it in a way. */
export function runTerraform(
  runs: Runs & { kind: 'routine' },
  call: Call,
  state: State,
  frame: Frame,
): readonly ProviderSignIn[] {
  const kind = KINDS.get(runs.type) ?? TERRAFORM;
  const path = pathIn(state.folder, runs.path);
  const folder = path !== undefined && kind.isFile ? folderOf(path) : path;
  const terraform: TerraformRun = { providers: [], implied: new Map() };
  const inside: Frame = {
    ...frame,
    terraform,
    action: runs.action,
    rootFolder: folder ?? '.',
    backendConfig: backendConfigOf(runs, folder, frame),
  };
  const process = { ...subshell(state), folder };
  const isFound =
    path !== undefined &&
    folder !== undefined &&
    runRoutine(
      {
        type: runs.type,
        path,
        inputs: givenInputs(runs.inputs, call.at),
        valueFiles: runs.valueFiles.flatMap(it => pathIn(folder, it) ?? []),
        arguments: undefined,
        isOpen: false,
        sharesProcess: true,
        link: { at: call.at, message: `runs the ${kind.title} \`${path}\`` },
      },
      process,
      inside,
    );
  if (isFound) addImplied(kind, call, process, inside, terraform);
  else if (runs.action !== INIT && isLikelyAzure(state, folder, frame))
    addProvider(kind, kind.provider, new Map(), call, process, inside);
  return terraform.providers;
}

/** With the arguments that the way it is run gives; `undefined` when it does not count under that way. */
export function constructCall(
  step: ConstructStep,
  args: Inputs,
  frame: Frame,
): ConstructCall | undefined {
  const call: ConstructCall = { kind: 'construct', type: step.type, args, at: step.at };
  if (step.type.endsWith('-implied-provider')) {
    const provider = args.get('provider');
    if (provider?.kind === 'known') frame.terraform?.implied.set(provider.value, args);
    return undefined;
  }
  if (!step.type.startsWith('terraform-')) return call;
  if (step.type === BACKEND) {
    return isBackendUsed(args, frame)
      ? { ...call, args: withBackendConfig(args, frame) }
      : undefined;
  }
  return frame.action === INIT ? undefined : call;
}

/** Terragrunt initialises what it runs by itself, and completes the block that its module leaves empty. */
function isBackendUsed(args: Inputs, frame: Frame): boolean {
  const running = [...frame.running].map(it => it.slice(0, it.indexOf(':')));
  if (running.at(-1) === TERRAGRUNT) return true;
  if (running.includes(TERRAGRUNT) && !args.has('storage_account_name')) return false;
  return frame.home === frame.rootFolder && (frame.action === INIT || frame.action === '');
}

/** Provider and backend blocks say who the command that runs their root acts as. */
export function gatherProvider(call: Call, occupant: Occupant, frame: Frame): void {
  const { terraform } = frame;
  if (!terraform || call.kind !== 'construct') return;
  if (!SAYING_WHO.test(call.type)) return;
  const provider = ['provider', 'backend', 'builder'].map(it => call.args.get(it)).find(Boolean);
  if (provider?.kind === 'known') terraform.providers.push({ provider: provider.value, occupant });
}

/** A provider without a block is configured by the environment alone. */
function addImplied(
  kind: Kind,
  call: Call,
  state: State,
  frame: Frame,
  terraform: TerraformRun,
): void {
  if (frame.action === INIT) return;
  const configured = new Set(terraform.providers.map(it => it.provider));
  for (const [provider, args] of terraform.implied) {
    if (!configured.has(provider)) addProvider(kind, provider, args, call, state, frame);
  }
}

function addProvider(
  { implied: type }: Kind,
  provider: string,
  given: Inputs,
  { at }: Call,
  state: State,
  frame: Frame,
): void {
  const args: Inputs = new Map([...given, ['provider', known(provider, at)]]);
  frame.world.perform([{ kind: 'construct', type, args, at }], state, frame);
}

/** A root that is not found: only what stands around the command tells whether it is Azure's. */
function isLikelyAzure(state: State, folder: string | undefined, frame: Frame): boolean {
  if (state.sessions.has('azure-cli')) return true;
  if ([...state.variables.keys()].some(it => it.startsWith('ARM_'))) return true;
  return folder === undefined && [...frame.world.routines.values()].flat().some(hasAzureProvider);
}

const hasAzureProvider = (routine: Routine): boolean =>
  routine.body.some(step => step.kind === 'construct' && step.type === PROVIDER);
