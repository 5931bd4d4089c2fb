//! `remote_state`: the backend of what a unit runs, as a block or as an argument.

import type { Entry, Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block, entriesOf, objectOf } from '../hcl-block.ts';

export const stateSteps = (
  blocks: readonly Block[],
  entries: readonly Entry[],
): readonly Step[] => [
  ...blocks.filter(it => it.type === 'remote_state').flatMap(stateOfBlock),
  ...entries.filter(it => it.name === 'remote_state').flatMap(it => stateStep(it.value, it)),
];

function stateOfBlock(state: Block): readonly Step[] {
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
