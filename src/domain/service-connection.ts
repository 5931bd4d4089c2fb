//! The Azure Resource Manager connection that a task of Azure Pipelines names, which no file of the repository describes.
//! Source: https://github.com/microsoft/azure-pipelines-tasks, inputs of type `connectedService:AzureRM` in `Tasks/*/task.json`

import { actionInput } from './action-input.ts';
import type { ComponentCall } from './call.ts';
import { ABSENT, isMissing, textOf, type Value } from './value.ts';

/** Lower case; names and their aliases. */
const INPUTS: readonly string[] = [
  'azuresubscription',
  'connectedservicenamearm',
  'azureresourcemanagerconnection',
  'azuresubscriptionendpoint',
  'azuresubscriptionconnection',
  'environmentservicenameazurerm',
  'backendservicearm',
];

/** Tasks whose connection has a plain name. */
const PLAIN: ReadonlySet<string> = new Set([
  'azurekeyvault',
  'azureresourcegroupdeployment',
  'azureresourcemanagertemplatedeployment',
  'azurermwebappdeployment',
  'azureappservicemanage',
  'azureappservicesettings',
  'azurevmssdeployment',
]);

/** Names of actions and orbs have a slash. */
export const isTask = (call: ComponentCall): boolean => !call.name.includes('/');

/** Absent for a task that needs none, or that uses another kind of credential. */
export function serviceConnection(call: ComponentCall): Value<string> {
  if (!isTask(call) || hasOwnCredential(call)) return ABSENT;
  const own = PLAIN.has(call.name) ? ['connectedservicename'] : [];
  const terraform = call.name === 'terraformcli' ? ['environmentservicename'] : [];
  const values = [...INPUTS, ...own, ...terraform].map(it => actionInput(call, it));
  const given = values.find(it => !isMissing(it));
  // Without one it does not start: where the file says nothing, whoever starts it does.
  const empty = STOPS_WITHOUT.has(call.name) ? values.find(it => it.kind !== 'absent') : undefined;
  return given ?? empty ?? ABSENT;
}

const STOPS_WITHOUT: ReadonlySet<string> = new Set(['azurecli', 'azurepowershell']);

/** A publish profile is a password of the app, and no identity of Entra. */
const hasOwnCredential = (call: ComponentCall): boolean =>
  textOf(actionInput(call, 'ConnectionType'))?.toLowerCase() === 'publishprofile';

const CLASSIC_TASKS: ReadonlySet<string> = new Set([
  'azurepowershell',
  'azurefilecopy',
  'azurecloudpowershelldeployment',
  'sqlazuredacpacdeployment',
]);

/** A connection of the time before Azure Resource Manager: a certificate, or the name and password of a user. */
export function classicConnection(call: ComponentCall): Value<string> {
  if (!CLASSIC_TASKS.has(call.name)) return ABSENT;
  const selector = [
    actionInput(call, 'azureConnectionType'),
    actionInput(call, 'ConnectedServiceNameSelector'),
  ].find(it => !isMissing(it));
  const isOnly = call.name === 'azurecloudpowershelldeployment';
  const isChosen = selector && textOf(selector)?.toLowerCase() === 'connectedservicename';
  if (!isOnly && !isChosen) return ABSENT;
  const names = ['azureClassicSubscription', 'ConnectedServiceName', 'azureSubscription'];
  return names.map(it => actionInput(call, it)).find(it => !isMissing(it)) ?? ABSENT;
}
