//! Hooks: commands that run before or after Terraform does, where it runs.

import { programSteps } from '../../domain/argument-vector.ts';
import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block } from '../hcl-block.ts';

type HookType = 'before_hook' | 'after_hook' | 'error_hook';

export const hookSteps = (terraform: Block, type: HookType): readonly Step[] =>
  terraform.blocks(type).flatMap((hook): readonly Step[] => {
    const { at } = hook;
    const execute = argumentOf(hook, 'execute');
    const words = execute?.kind === 'list' ? execute.items : [];
    if (words.length === 0) return [];
    const folder = argumentOf(hook, 'working_dir');
    const step: ScopeStep = {
      kind: 'scope',
      ends: 'process',
      environment: [],
      ...(folder ? { folder } : {}),
      ...limited(argumentOf(hook, 'commands')),
      title: `hook \`${hook.labels[0] ?? ''}\``,
      body: programSteps(words, execute?.at ?? at),
      at,
    };
    // Only a failure runs it.
    return type === 'error_hook'
      ? [{ kind: 'branch', arms: [[step]], isExhaustive: false, at }]
      : [step];
  });

const STATE = ['output', 'show', 'state', 'workspace', 'console', 'init', 'terragrunt-read-config'];

/** How a root is run under a subcommand; see the reader of `terraform`. */
const ACTIONS: ReadonlyMap<string, string> = new Map([
  ...['apply', 'plan', 'destroy', 'import'].map(it => [it, it] as const),
  ['refresh', 'plan'],
  ...STATE.map(it => [it, 'init'] as const),
]);

/** The ways that its commands name; all of them when one of those is not known. */
export function limited(commands: Expression | undefined): Pick<ScopeStep, 'onlyUnder'> {
  const items = commands?.kind === 'list' ? commands.items.map(literalOf) : [undefined];
  // It runs before the first command, whatever that is.
  if (items.includes(undefined) || items.includes('terragrunt-read-config')) return {};
  return { onlyUnder: items.flatMap(it => ACTIONS.get(it ?? '') ?? []) };
}
