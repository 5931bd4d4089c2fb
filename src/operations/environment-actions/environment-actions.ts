//! Actions that fetch secrets and set them as variables of the job: what they set is written where nobody here can see it.
//! Sources: https://github.com/hashicorp/vault-action, https://github.com/Azure/get-keyvault-secrets,
//! https://github.com/1Password/load-secrets-action, https://github.com/aws-actions/aws-secretsmanager-get-secrets,
//! https://github.com/DopplerHQ/secrets-fetch-action, https://github.com/Infisical/secrets-action,
//! https://github.com/falti/dotenv-action, https://github.com/cardinalby/export-env-action

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall } from '../../domain/call.ts';
import { NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { textOf } from '../../domain/value.ts';

export const environmentActions: OperationReader = {
  id: 'environment-actions',
  title: 'actions that set variables from a vault or a file',
  programs: [],
  read: call =>
    call.kind === 'component' && setsVariables(call)
      ? { ...NO_EFFECTS, setsVariables: true }
      : undefined,
};

/** The input that turns it on or off, and what it is without that input. */
interface Switch {
  readonly input: string;
  readonly isOnByItself: boolean;
  /** What turns it on, where that is not `true`. */
  readonly on?: string;
}

const ALWAYS: Switch = { input: '', isOnByItself: true };

const ACTIONS: ReadonlyMap<string, Switch> = new Map([
  ['hashicorp/vault-action', { input: 'exportEnv', isOnByItself: true }],
  ['azure/get-keyvault-secrets', ALWAYS],
  ['1password/load-secrets-action', { input: 'export-env', isOnByItself: false }],
  ['aws-actions/aws-secretsmanager-get-secrets', ALWAYS],
  ['dopplerhq/secrets-fetch-action', { input: 'inject-env-vars', isOnByItself: false }],
  ['infisical/secrets-action', { input: 'export-type', isOnByItself: true, on: 'env' }],
  ['falti/dotenv-action', { input: 'export-variables', isOnByItself: false }],
  ['cardinalby/export-env-action', ALWAYS],
]);

function setsVariables(call: ComponentCall): boolean {
  const action = ACTIONS.get(call.name.toLowerCase());
  if (!action) return false;
  const { input, isOnByItself, on = 'true' } = action;
  const given = textOf(actionInput(call, input));
  return given === undefined ? isOnByItself : given.toLowerCase() === on;
}
