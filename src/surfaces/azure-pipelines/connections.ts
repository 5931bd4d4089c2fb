//! What a task with a service connection puts around the script or program that it runs.
//! Sources: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/AzureCLIV2/azureclitask.ts`, `Tasks/AzurePowerShellV5`,
//! https://github.com/microsoft/azure-pipelines-terraform, https://github.com/jason-johnson/azure-pipelines-tasks-terraform

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, literalOf, unknownExpression } from '../../domain/literal.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { ComponentStep, Step } from '../../domain/step.ts';
import { inputValue } from './script-tasks.ts';
import { TERRAFORM_CONNECTIONS } from './terraform-tasks.ts';

/** The steps of the task, with the sessions and variables that are theirs alone. */
export function underConnection(component: ComponentStep, steps: readonly Step[]): readonly Step[] {
  const connection = connectionOf(component);
  if (!connection) return steps;
  const { at, name } = component;
  const environment = variablesOf(component, connection);
  const scope: ScopeStep = { kind: 'scope', ends: 'process', environment, body: steps, at };
  switch (name) {
    case 'azurecli':
      return [withOwnFolder(component, scope)];
    case 'azurepowershell':
      return [{ ...scope, sessions: ['azure-powershell'] }];
    default:
      return environment.length === 0 ? steps : [scope];
  }
}

/** It signs out in the end, and with that signs out whoever shares its folder. */
function withOwnFolder(component: ComponentStep, scope: ScopeStep): ScopeStep {
  const { at } = component;
  const folder = { name: 'AZURE_CONFIG_DIR', value: literal('/.azclitask', at), at };
  const environment = isOn(component, 'useglobalconfig') ? [] : [folder];
  return { ...scope, environment, body: [scope, signOut(component)] };
}

const signOut = ({ at }: ComponentStep): Step => ({
  kind: 'command',
  words: ['az', 'account', 'clear'].map(it => literal(it, at)),
  environment: [],
  at,
});

function isOn(component: ComponentStep, name: string): boolean {
  const given = inputValue(component, name);
  return given !== undefined && literalOf(given)?.toLowerCase() !== 'false';
}

function connectionOf(component: ComponentStep): Expression | undefined {
  const names = TERRAFORM_CONNECTIONS.get(component.name) ?? [
    'connectedservicenamearm',
    'azuresubscription',
    'azureclassicsubscription',
    'connectedservicename',
  ];
  for (const name of names) {
    const value = inputValue(component, name);
    if (value) return value;
  }
  return undefined;
}

/** What a task puts into the environment of what it runs, which the connection holds. */
function variablesOf(component: ComponentStep, { at }: Expression): readonly Entry[] {
  const isTerraform = TERRAFORM_CONNECTIONS.has(component.name);
  const names = isTerraform
    ? ['ARM_CLIENT_ID', 'ARM_CLIENT_SECRET', 'ARM_TENANT_ID', 'ARM_SUBSCRIPTION_ID']
    : isOn(component, 'addspntoenvironment')
      ? ['servicePrincipalId', 'servicePrincipalKey', 'idToken', 'tenantId']
      : [];
  return names.map(name => {
    const why = { kind: 'held-by-platform' as const, name: `service connection: ${name}` };
    return { name, value: unknownExpression(why, at), at };
  });
}
