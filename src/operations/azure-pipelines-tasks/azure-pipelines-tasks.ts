//! Tasks of Azure Pipelines that do something to Azure with a service connection.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/*/task.json`

import { actionInput } from '../../domain/action-input.ts';
import type { Call, ComponentCall } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { classicConnection, isTask, serviceConnection } from '../../domain/service-connection.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { isMissing, textOf } from '../../domain/value.ts';
import { TASKS } from './tasks.ts';
import { templateDeployment } from './template-deployment.ts';
import { isTerraformTask, readTerraform } from './terraform-task.ts';

export const azurePipelinesTasks: OperationReader = {
  id: 'azure-pipelines-tasks',
  title: 'tasks of Azure Pipelines',
  programs: [],
  read: readTask,
};

/** Their scripts are steps of their own. */
const SCRIPTS: ReadonlySet<string> = new Set(['azurecli', 'azurepowershell']);

function readTask(call: Call, context: Surroundings): Effects | undefined {
  if (call.kind !== 'component' || !isTask(call) || SCRIPTS.has(call.name)) return undefined;
  if (isTerraformTask(call)) return readTerraform(call, context);
  if (!isConnected(call)) return undefined;
  const { effect, audience } = TASKS.get(call.name) ?? { effect: 'unknown', audience: 'arm' };
  const sessions = ['this-call'];
  const operations = [{ at: call.at, tool: call.name, effect, audience, sessions }];
  return templateDeployment(call, operations) ?? { ...NO_EFFECTS, operations };
}

const isConnected = (call: ComponentCall): boolean =>
  serviceConnection(call).kind !== 'absent' ||
  classicConnection(call).kind !== 'absent' ||
  (call.name === 'sqlazuredacpacdeployment' && isEntra(call));

const isEntra = (call: ComponentCall): boolean => {
  const type = actionInput(call, 'AuthenticationType');
  return !isMissing(type) && /^(?:aad|serviceprincipal)/i.test(textOf(type) ?? '');
};
