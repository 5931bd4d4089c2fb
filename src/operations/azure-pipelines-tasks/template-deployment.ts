//! Tasks that deploy a template of the repository.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/AzureResourceManagerTemplateDeploymentV3`, `Tasks/BicepDeployV0`

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type Operation } from '../../domain/operation.ts';
import { isMissing, textOf } from '../../domain/value.ts';

const DEPLOYMENTS: ReadonlySet<string> = new Set([
  'azureresourcegroupdeployment',
  'azureresourcemanagertemplatedeployment',
  'bicepdeploy',
]);

/** `undefined` for other tasks. */
export function templateDeployment(
  call: ComponentCall,
  operations: readonly Operation[],
): Effects | undefined {
  if (!DEPLOYMENTS.has(call.name)) return undefined;
  const effect = isLook(call) ? ('read' as const) : ('write' as const);
  const seen = operations.map(it => ({ ...it, effect }));
  const path = firstOf(call, ['csmFile', 'templateFile']);
  const parameters = firstOf(call, ['csmParametersFile', 'parametersFile']);
  if (effect === 'read' || !path) return { ...NO_EFFECTS, operations: seen };
  return {
    ...NO_EFFECTS,
    operations: seen,
    runs: [
      {
        kind: 'routine',
        type: 'bicep-file',
        path,
        inputs: new Map(),
        valueFiles: parameters ? [parameters] : [],
        verb: 'deploys',
        action: 'create',
      },
    ],
  };
}

/** It validates, or says what it would change. */
const isLook = (call: ComponentCall): boolean =>
  textOf(actionInput(call, 'deploymentMode'))?.toLowerCase() === 'validation' ||
  /^(?:validate|whatif)$/i.test(textOf(actionInput(call, 'operation')) ?? '');

const firstOf = (call: ComponentCall, names: readonly string[]) =>
  names.map(it => actionInput(call, it)).find(it => !isMissing(it));
