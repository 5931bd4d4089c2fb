//! What a file of Terragrunt does, in order: what it includes, who acts, hooks, and the module between them.

import { assigned } from '../../domain/assigned.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block, entriesOf, objectOf } from '../hcl-block.ts';
import { generatedSteps } from './generated.ts';
import { hookSteps } from './hooks.ts';

export function bodyOf(
  path: string,
  blocks: readonly Block[],
  entries: readonly Entry[],
  inputs: readonly Entry[],
): readonly Step[] {
  const typed = (type: string): readonly Block[] => blocks.filter(it => it.type === type);
  const terraform = typed('terraform');
  return [
    ...terraform.flatMap(environmentSteps),
    ...typed('include').flatMap(includeSteps),
    ...typed('remote_state').flatMap(stateSteps),
    ...entries.filter(it => it.name === 'remote_state').flatMap(it => stateStep(it.value, it)),
    ...generatedSteps(blocks, entries),
    ...terraform.flatMap(it => hookSteps(it, 'before_hook')),
    ...moduleSteps(path, terraform, inputs),
    ...terraform.flatMap(it => hookSteps(it, 'after_hook')),
    ...terraform.flatMap(it => hookSteps(it, 'error_hook')),
  ];
}

/** `extra_arguments`: variables of the process that Terraform runs in. */
const environmentSteps = (terraform: Block): readonly Step[] =>
  terraform
    .blocks('extra_arguments')
    .flatMap(it => entriesOf(argumentOf(it, 'env_vars')))
    .map(({ name, value, at }) => assigned(name, value, at));

const includeSteps = (include: Block): readonly Step[] => {
  const path = argumentOf(include, 'path');
  return path ? [runStep('terragrunt-file', path, [], include)] : [];
};

const runStep = (
  routine: string,
  path: Expression,
  inputs: readonly Entry[],
  { at }: Pick<Block, 'at'>,
): Step => ({
  kind: 'run',
  routine,
  path,
  from: 'own-folder',
  inputs,
  arguments: [],
  sharesProcess: true,
  at,
});

function stateSteps(state: Block): readonly Step[] {
  const { at } = state;
  const config = argumentOf(state, 'config') ?? objectOf([], at);
  const backend = state.arguments().filter(it => it.name === 'backend');
  return backendSteps(config, backend, state);
}

/** `remote_state = { … }`. */
function stateStep(state: Expression, entry: Entry): readonly Step[] {
  const entries = entriesOf(state);
  const config = entries.find(it => it.name === 'config')?.value ?? objectOf([], entry.at);
  return backendSteps(
    config,
    entries.filter(it => it.name === 'backend'),
    entry,
  );
}

function backendSteps(
  config: Expression,
  backend: readonly Entry[],
  { at }: Pick<Block, 'at'>,
): readonly Step[] {
  const own = objectOf(backend, at);
  const args: Expression =
    config.kind === 'object'
      ? objectOf([...config.entries, ...backend], at)
      : { kind: 'call', name: 'merge', args: [config, own], at };
  return [{ kind: 'construct', type: 'terraform-backend', args, at }];
}

/** Without a source it is the folder itself, when that is a module. */
function moduleSteps(
  path: string,
  terraform: readonly Block[],
  inputs: readonly Entry[],
): readonly Step[] {
  for (const block of terraform) {
    const source = argumentOf(block, 'source');
    if (source) return [runStep('terraform-module', source, inputs, block)];
  }
  const at = { path, start: 0, end: 0 };
  const isUnit = /(?:^|\/)terragrunt\.hcl$/.test(path);
  return isUnit ? [runStep('terraform-module', literal('', at), inputs, { at })] : [];
}
