//! Tasks that run Terraform: their inputs to the command that they run.
//! Sources: https://github.com/microsoft/azure-pipelines-terraform, https://github.com/jason-johnson/azure-pipelines-tasks-terraform

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall, Word } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS } from '../../domain/operation.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { isMissing, known, textOf } from '../../domain/value.ts';
import { wordsOfLines, wordsOfValue } from '../../domain/value-words.ts';
import { terraformEffects } from '../terraform-command.ts';
import { TERRAFORM_ROOT } from '../terraform-root.ts';

export const isTerraformTask = (call: ComponentCall): boolean =>
  /^terraform(?:task(?:v\d)?|cli)?$/.test(call.name);

/** Nothing for `validate` and `fmt`, which ask Azure nothing, and for the clouds of others. */
export function readTerraform(call: ComponentCall, context: Surroundings): Effects {
  const provider = textOf(actionInput(call, 'provider'))?.toLowerCase();
  if (provider !== undefined && provider !== '' && provider !== 'azurerm') return NO_EFFECTS;
  const folder = actionInput(call, 'workingDirectory');
  // The step stands in that folder already.
  const path = isMissing(folder) || folder.kind !== 'unknown' ? known('.', call.at) : folder;
  const line = { at: call.at, program: 'terraform', words: wordsOf(call) };
  return terraformEffects(line, context, () => ({
    type: 'terraform-module',
    root: TERRAFORM_ROOT,
    path,
  }));
}

/** The subcommand first. */
function wordsOf(call: ComponentCall): readonly Word[] {
  const command = actionInput(call, 'command');
  const isCustom = textOf(command)?.trim().toLowerCase() === 'custom';
  const subcommand = isCustom ? actionInput(call, 'customCommand') : command;
  const options = wordsOfValue(actionInput(call, 'commandOptions'));
  // A file that the platform keeps: whatever stands in it is given to the root.
  const secure = wordsOfLines(actionInput(call, 'secureVarsFile'), '-var-file=secure files/');
  const named =
    subcommand.kind === 'known' ? wordsOfValue(subcommand) : wordsOfLines(subcommand, '');
  return [...named, ...secure, ...options];
}
