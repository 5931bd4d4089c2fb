//! `terraform`, `tofu` and `terragrunt`: which root they run, how, and what that does to Azure.
//! Source: https://gitlab.com/gitlab-org/terraform-images, `src/bin/gitlab-terraform.sh`

import { type CommandCall, type Word, wordText } from '../../domain/call.ts';
import { type CommandLine, parseLeadingOptions } from '../../domain/command-line.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { isMissing, known, type Value } from '../../domain/value.ts';
import { isInformation, terraformEffects } from '../terraform-command.ts';
import { GLOBAL_OPTIONS } from '../terraform-options.ts';
import { TERRAFORM_ROOT } from '../terraform-root.ts';
import { terragruntEffects } from '../terragrunt-command.ts';

/** GitLab's own scripts around them run the root that a variable names. */
const ROOTS_BY_VARIABLE: ReadonlyMap<string, string> = new Map([
  ['gitlab-terraform', 'TF_ROOT'],
  ['gitlab-tofu', 'GITLAB_TOFU_ROOT_DIR'],
]);

export const terraform: OperationReader = {
  id: 'terraform',
  title: '`terraform`',
  programs: ['terraform', 'tofu', 'terragrunt', ...ROOTS_BY_VARIABLE.keys()],
  codeWords: /terraform|tofu\b/,
  read(call, context) {
    if (call.kind !== 'command') return undefined;
    const program = programName(call);
    if (program === 'terragrunt') return terragruntEffects(call.at, call.words.slice(1), context);
    const isRead = program === 'terraform' || program === 'tofu' || ROOTS_BY_VARIABLE.has(program);
    return isRead ? readTerraform(call, program, context) : undefined;
  },
};

/** Until 0.14 these took the root as their argument. */
const TAKE_FOLDER: ReadonlySet<string> = new Set(['init', 'plan', 'destroy', 'refresh']);

function readTerraform(call: CommandCall, program: string, context: Surroundings): Effects {
  const { line: globals, rest } = parseLeadingOptions(call.words.slice(1), GLOBAL_OPTIONS);
  if (isInformation(globals)) return NO_EFFECTS;
  const variable = context.environment(ROOTS_BY_VARIABLE.get(program) ?? '');
  const here = isMissing(variable) ? known('.', call.at) : variable;
  return terraformEffects({ at: call.at, program, words: rest }, context, (name, line) => ({
    type: 'terraform-module',
    root: TERRAFORM_ROOT,
    path: globals.options.get('chdir')?.value ?? folderOf(name, line) ?? here,
  }));
}

function folderOf(name: string, line: CommandLine): Value<string> | undefined {
  const argument: Word | undefined = line.positionals[0];
  const text = argument && TAKE_FOLDER.has(name) ? wordText(argument) : undefined;
  return argument && text !== undefined ? known(text, argument.at) : undefined;
}
