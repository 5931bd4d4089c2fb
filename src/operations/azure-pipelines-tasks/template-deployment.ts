//! Tasks that deploy a template of the repository.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/AzureResourceManagerTemplateDeploymentV3`, `Tasks/BicepDeployV0`

import { actionInput } from '../../domain/action-input.ts';
import type { ComponentCall } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type Operation } from '../../domain/operation.ts';
import { isMissing, textOf } from '../../domain/value.ts';
import {
  NO_VALUES,
  type TemplateValues,
  templateRun,
  valuesInFile,
  valuesInObject,
  valuesInOptions,
  withValues,
} from '../template-values.ts';

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
  if (effect === 'read' || !path) return { ...NO_EFFECTS, operations: seen };
  return {
    ...NO_EFFECTS,
    operations: seen,
    runs: [templateRun(path, valuesOf(call))],
  };
}

function valuesOf(call: ComponentCall): TemplateValues {
  const file = firstOf(call, ['csmParametersFile', 'parametersFile']);
  const given = firstOf(call, ['overrideParameters']);
  const object = firstOf(call, ['parameters']);
  return [
    file ? valuesInFile(file) : NO_VALUES,
    given ? valuesInOptions(given) : NO_VALUES,
    object ? valuesInObject(object) : NO_VALUES,
  ].reduce(withValues);
}

/** It validates, or says what it would change. */
const isLook = (call: ComponentCall): boolean =>
  textOf(actionInput(call, 'deploymentMode'))?.toLowerCase() === 'validation' ||
  /^(?:validate|whatif)$/i.test(textOf(actionInput(call, 'operation')) ?? '');

const firstOf = (call: ComponentCall, names: readonly string[]) =>
  names.map(it => actionInput(call, it)).find(it => !isMissing(it));
