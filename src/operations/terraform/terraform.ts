//! `terraform`, `tofu` and `terragrunt`: which root they run, how, and what that does to Azure.

import { type CommandCall, type Word, wordText } from '../../domain/call.ts';
import { type CommandLine, parseLeadingOptions } from '../../domain/command-line.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { known, type Value } from '../../domain/value.ts';
import { isInformation, terraformEffects } from '../terraform-command.ts';
import { GLOBAL_OPTIONS } from '../terraform-options.ts';
import { TERRAFORM_ROOT } from '../terraform-root.ts';
import { terragruntEffects } from '../terragrunt-command.ts';

export const terraform: OperationReader = {
  id: 'terraform',
  title: '`terraform`',
  programs: ['terraform', 'tofu', 'terragrunt'],
  codeWords: /terraform|tofu\b/,
  read(call, context) {
    if (call.kind !== 'command') return undefined;
    const program = programName(call);
    if (program === 'terragrunt') return terragruntEffects(call.at, call.words.slice(1), context);
    return program === 'terraform' || program === 'tofu'
      ? readTerraform(call, program, context)
      : undefined;
  },
};

/** Until 0.14 these took the root as their argument. */
const TAKE_FOLDER: ReadonlySet<string> = new Set(['init', 'plan', 'destroy', 'refresh']);

function readTerraform(call: CommandCall, program: string, context: Surroundings): Effects {
  const { line: globals, rest } = parseLeadingOptions(call.words.slice(1), GLOBAL_OPTIONS);
  if (isInformation(globals)) return NO_EFFECTS;
  return terraformEffects({ at: call.at, program, words: rest }, context, (name, line) => ({
    type: 'terraform-module',
    root: TERRAFORM_ROOT,
    path: globals.options.get('chdir')?.value ?? folderOf(name, line) ?? known('.', call.at),
  }));
}

function folderOf(name: string, line: CommandLine): Value<string> | undefined {
  const argument: Word | undefined = line.positionals[0];
  const text = argument && TAKE_FOLDER.has(name) ? wordText(argument) : undefined;
  return argument && text !== undefined ? known(text, argument.at) : undefined;
}
