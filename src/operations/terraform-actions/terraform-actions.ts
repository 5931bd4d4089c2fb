//! Actions that run Terraform or Terragrunt for a job: their inputs to the command that they run.
//! Sources: https://github.com/dflook/terraform-github-actions, https://github.com/gruntwork-io/terragrunt-action,
//! https://github.com/OP5dev/TF-via-PR, https://github.com/hashicorp/terraform-github-actions

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall, Word } from '../../domain/call.ts';
import type { Effects, OperationReader } from '../../domain/operation.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { isMissing, known, type Value } from '../../domain/value.ts';
import { wordsOfLines, wordsOfValue } from '../../domain/value-words.ts';
import { terraformEffects } from '../terraform-command.ts';
import { TERRAFORM_ROOT } from '../terraform-root.ts';
import { terragruntEffects } from '../terragrunt-command.ts';
import { definitionWords } from './definitions.ts';

export const terraformActions: OperationReader = {
  id: 'terraform-actions',
  title: 'actions that run Terraform',
  programs: [],
  read(call, context) {
    if (call.kind !== 'component') return undefined;
    for (const [pattern, read] of READERS) {
      const match = pattern.exec(call.name);
      if (match) return read(call, match[1] ?? '', context);
    }
    return undefined;
  },
};

type Reader = (call: ComponentCall, name: string, context: Surroundings) => Effects;

/** By the names of actions; a group of the pattern says the subcommand. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/^dflook\/(?:terraform-github-actions\/)?(?:terraform|tofu)-([\w-]+)$/, dflook],
  [/^hashicorp\/terraform-github-actions(?:\/([\w-]+))?$/, hashicorp],
  [/^(?:op5dev|devsectop)\/tf-via-pr$/, viaPullRequest],
  [/^gruntwork-io\/terragrunt-action$/, terragruntAction],
];

/** What the name of an action says of the subcommand, where that is not the name itself. */
const SUBCOMMANDS: ReadonlyMap<string, string> = new Map([
  ['check', 'plan'],
  ['destroy-workspace', 'destroy'],
  ['new-workspace', 'workspace'],
  ['unlock-state', 'force-unlock'],
]);

/** In a container that is given the workspace, and none of the sessions of the job. */
function dflook(call: ComponentCall, name: string, context: Surroundings): Effects {
  const lines = (input: string, before: string): readonly Word[] =>
    wordsOfLines(actionInput(call, input), before);
  // Terraform counts these paths from the root that it runs, the action from the workspace.
  const words = [
    ...lines('backend_config_file', '-backend-config=/'),
    ...lines('backend_config', '-backend-config='),
    ...lines('var_file', '-var-file=/'),
    ...definitionWords(actionInput(call, 'variables')),
  ];
  const subcommand = known(SUBCOMMANDS.get(name) ?? name, call.at);
  const effects = rootEffects(call, subcommand, words, actionInput(call, 'path'), context);
  const workspace = actionInput(call, 'workspace');
  const runs = isMissing(workspace)
    ? effects.runs
    : effects.runs.map(it => (it.kind === 'routine' ? { ...it, selects: workspace } : it));
  return { ...effects, runs, isContained: true };
}

/** Its first versions were an action for each subcommand, in a folder that a variable names. */
function hashicorp(call: ComponentCall, name: string, context: Surroundings): Effects {
  const subcommand =
    name === '' ? actionInput(call, 'tf_actions_subcommand') : known(name, call.at);
  const folder = [
    actionInput(call, 'tf_actions_working_dir'),
    context.environment('TF_ACTION_WORKING_DIR'),
  ].find(it => !isMissing(it));
  const words = wordsOfValue(actionInput(call, 'args'));
  return { ...rootEffects(call, subcommand, words, folder, context), isContained: true };
}

/** Dashes in the names of its inputs were underscores once. */
function viaPullRequest(call: ComponentCall, _: string, context: Surroundings): Effects {
  const input = (...names: readonly string[]): Value<string> | undefined =>
    names
      .flatMap(it => [actionInput(call, it), actionInput(call, it.replaceAll('-', '_'))])
      .find(it => !isMissing(it));
  const options = ['backend-config', 'var-file', 'var'].flatMap(name => {
    const value = input(`arg-${name}`);
    return value ? wordsOfLines(atCommas(value), `-${name}=`) : [];
  });
  const folder = input('arg-chdir', 'working-directory');
  const subcommand = input('command', 'arg-command') ?? known('plan', call.at);
  return rootEffects(call, subcommand, options, folder, context);
}

const atCommas = (value: Value<string>): Value<string> =>
  value.kind === 'known' ? { ...value, value: value.value.replaceAll(',', '\n') } : value;

function rootEffects(
  { at }: ComponentCall,
  subcommand: Value<string>,
  options: readonly Word[],
  folder: Value<string> | undefined,
  context: Surroundings,
): Effects {
  const [name] = wordsOfLines(subcommand, '');
  const words = name ? [name, ...options] : [];
  const path = folder && !isMissing(folder) ? folder : known('.', at);
  return terraformEffects({ at, program: 'terraform', words }, context, () => ({
    type: 'terraform-module',
    root: TERRAFORM_ROOT,
    path,
  }));
}

/** A container until version 3, and steps of the job since. */
function terragruntAction(call: ComponentCall, _: string, context: Surroundings): Effects {
  const command = wordsOfValue(actionInput(call, 'tg_command'));
  const folder = wordsOfLines(actionInput(call, 'tg_dir'), '--working-dir=');
  const effects = terragruntEffects(call.at, [...folder, ...command], context);
  return /^v?[12](?:\.|$)/.test(call.version) ? { ...effects, isContained: true } : effects;
}
