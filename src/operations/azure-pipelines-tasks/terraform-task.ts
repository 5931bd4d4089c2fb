//! Tasks that run Terraform: their inputs to the root they run, and how.
//! Sources: https://github.com/microsoft/azure-pipelines-terraform, https://github.com/jason-johnson/azure-pipelines-tasks-terraform

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall } from '../../domain/call.ts';
import { type Effect, type Effects, NO_EFFECTS } from '../../domain/operation.ts';
import { isMissing, known, textOf } from '../../domain/value.ts';
import { RUNS_TERRAFORM_ROOT, TERRAFORM_ROOT } from '../terraform-root.ts';

export const isTerraformTask = (call: ComponentCall): boolean =>
  /^terraform(?:task(?:v\d)?|cli)?$/.test(call.name);

interface Way {
  readonly effect: Effect;
  readonly action: string;
}

const WAYS: ReadonlyMap<string, Way> = new Map([
  ['init', { effect: 'read', action: 'init' }],
  ['output', { effect: 'read', action: 'init' }],
  ['show', { effect: 'read', action: 'init' }],
  ['state', { effect: 'read', action: 'init' }],
  ['workspace', { effect: 'read', action: 'init' }],
  ['plan', { effect: 'read', action: 'plan' }],
  ['refresh', { effect: 'read', action: 'plan' }],
  ['import', { effect: 'read', action: 'import' }],
  ['apply', { effect: 'write', action: 'apply' }],
  ['destroy', { effect: 'write', action: 'destroy' }],
  ['custom', { effect: 'unknown', action: 'apply' }],
]);

/** Nothing for `validate` and `fmt`, which ask Azure nothing, and for the clouds of others. */
export function readTerraform(call: ComponentCall): Effects {
  const provider = textOf(actionInput(call, 'provider'))?.toLowerCase();
  if (provider !== undefined && provider !== '' && provider !== 'azurerm') return NO_EFFECTS;
  const given = actionInput(call, 'command');
  const command = textOf(given)?.trim().toLowerCase();
  const way = given.kind === 'absent' ? undefined : WAYS.get(command ?? 'custom');
  if (!way) return NO_EFFECTS;
  const folder = actionInput(call, 'workingDirectory');
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: command === undefined ? 'terraform' : `terraform ${command}`,
        effect: way.effect,
        // Each provider's own audience takes its place.
        audience: 'arm',
        sessions: [TERRAFORM_ROOT.session],
      },
    ],
    runs: [
      {
        kind: 'routine',
        type: 'terraform-module',
        root: TERRAFORM_ROOT,
        verb: RUNS_TERRAFORM_ROOT,
        // The step stands in that folder already.
        path: isMissing(folder) || folder.kind !== 'unknown' ? known('.', call.at) : folder,
        inputs: new Map(),
        valueFiles: [],
        action: way.action,
      },
    ],
  };
}
