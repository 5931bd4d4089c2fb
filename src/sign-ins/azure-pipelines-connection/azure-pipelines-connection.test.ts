import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { azurePipelinesConnection } from './azure-pipelines-connection.ts';

const read = (name: string, given: Given) =>
  azurePipelinesConnection.read(component(name, given), surroundings());

it.each<[string, Given, string]>([
  ['azurecli', { connectedServiceNameARM: 'a' }, 'service-principal-secret'],
  ['azurecli', { AZURESUBSCRIPTION: '$a' }, 'service-principal-secret'],
  ['azurecli', {}, 'nothing'],
  ['azurecli', { azureSubscription: '' }, 'service-principal-secret'],
  ['azurekeyvault', { azureSubscription: '' }, 'nothing'],
  ['azurekeyvault', { ConnectedServiceName: 'a' }, 'service-principal-secret'],
  ['kubernetes', { azureSubscriptionEndpoint: 'a' }, 'service-principal-secret'],
  [
    'azurermwebappdeployment',
    { ConnectionType: 'PublishProfile', azureSubscription: 'a' },
    'nothing',
  ],
  ['terraformtaskv4', { environmentServiceNameAzureRM: 'a' }, 'nothing'],
  ['docker', { containerRegistry: 'a' }, 'nothing'],
  ['acme/deploy', { azureSubscription: 'a' }, 'nothing'],
])('%s %o', (name, given, expected) => {
  expect(shown(read(name, given))).toBe(expected);
});

it.each<[string, Given, readonly string[]]>([
  ['terraformcli', { environmentServiceName: 'a', runAzLogin: 'true' }, ['azure-cli']],
  ['terraformcli', { environmentServiceName: 'a', runAzLogin: 'false' }, []],
  ['terraformcli', { runAzLogin: 'true' }, []],
])('%s %o', (name, given, sessions) => {
  expect(read(name, given)?.opens ?? []).toEqual(sessions);
});

it('opens the session of the tool that its script uses', () => {
  expect(read('azurecli', { azureSubscription: 'a' })?.opens).toEqual(['azure-cli']);
  expect(read('azurepowershell', { azureSubscription: 'a' })?.opens).toEqual(['azure-powershell']);
});
