//! What tasks with a service connection do with it; one that is not named here does what nobody knows.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, `Tasks/*`

import type { Audience, Effect } from '../../domain/operation.ts';

export interface Task {
  readonly effect: Effect;
  readonly audience: Audience;
}

const WRITE: Task = { effect: 'write', audience: 'arm' };
const READ: Task = { effect: 'read', audience: 'arm' };

/** By the name, lower case. */
export const TASKS: ReadonlyMap<string, Task> = new Map([
  ['azureappconfiguration', { effect: 'read', audience: 'other' }],
  ['azureappconfigurationexport', { effect: 'read', audience: 'other' }],
  ['azureappconfigurationimport', { effect: 'write', audience: 'other' }],
  ['azureappservicemanage', WRITE],
  ['azureappservicesettings', WRITE],
  ['azurecloudpowershelldeployment', { effect: 'write', audience: 'other' }],
  ['azurecontainerapps', WRITE],
  ['azurefilecopy', WRITE],
  ['azurefunctionapp', WRITE],
  ['azurefunctionappcontainer', WRITE],
  ['azurekeyvault', { effect: 'read', audience: 'key-vault' }],
  ['azuremonitor', READ],
  ['azuremysqldeployment', WRITE],
  ['azurepolicycheckgate', READ],
  ['azureresourcegroupdeployment', WRITE],
  ['azureresourcemanagertemplatedeployment', WRITE],
  ['azurermwebappdeployment', WRITE],
  ['azurespringcloud', WRITE],
  ['azurevmssdeployment', WRITE],
  ['azurewebapp', WRITE],
  ['azurewebappcontainer', WRITE],
  ['bicepdeploy', WRITE],
  ['helmdeploy', { effect: 'write', audience: 'kubernetes' }],
  ['kubernetes', { effect: 'write', audience: 'kubernetes' }],
  ['kubernetesmanifest', { effect: 'write', audience: 'kubernetes' }],
  ['sqlazuredacpacdeployment', { effect: 'write', audience: 'sql' }],
]);
