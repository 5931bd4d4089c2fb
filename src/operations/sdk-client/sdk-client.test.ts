import { expect, it } from 'vitest';
import { construct, type Given, surroundings } from '../../../test/calls.ts';
import { sdkClient } from './sdk-client.ts';

const GO = 'github.com/Azure/azure-sdk-for-go/sdk/resourcemanager/resources/armresources';

const read = (library: string, name: string, given: Given = {}) =>
  sdkClient.read(construct('library-call', { library, name, ...given }), surroundings())
    ?.operations[0];

it.each([
  ['azure.mgmt.resource', 'ResourceManagementClient.resource_groups.create_or_update', 'write'],
  ['azure.mgmt.compute', 'ComputeManagementClient.virtual_machines.begin_delete', 'write'],
  ['azure.mgmt.compute', 'ComputeManagementClient.virtual_machines.begin_start', 'write action'],
  ['azure.mgmt.compute', 'ComputeManagementClient.virtual_machines.list_all', 'read'],
  ['azure.mgmt.storage', 'StorageManagementClient.storage_accounts.list_keys', 'read action'],
  ['@azure/arm-resources', 'ResourceManagementClient.resourceGroups.createOrUpdate', 'write'],
  ['Azure.ResourceManager.Resources', '?.CreateOrUpdateAsync', 'write'],
  [GO, 'NewResourceGroupsClient.CreateOrUpdate', 'write'],
  [GO, 'NewResourceGroupsClient.NewListPager', 'read'],
  ['azure.mgmt.resource', 'ResourceManagementClient', 'nothing'],
  ['azure.mgmt.resource', '?.delete', 'nothing'],
  ['azure.storage.blob', 'BlobServiceClient.create_container', 'nothing'],
  ['azure.mgmtsomething', 'Client.create', 'nothing'],
])('%s %s: %s', (library, name, expected) => {
  const operation = read(library, name);
  const shown = operation ? `${operation.effect}${operation.isAction ? ' action' : ''}` : 'nothing';
  expect(shown).toBe(expected);
});

it('acts as the credential that its client was made with', () => {
  const name = 'ResourceManagementClient.resource_groups.list';
  const made = { 'of.0.library': 'azure.identity', 'of.0.name': 'AzureCliCredential' };
  expect(read('azure.mgmt.resource', name, made)?.sessions).toEqual([
    'code deploy.sh AzureCliCredential',
    'code deploy.sh',
    'process',
  ]);
});

it('asks for a token', () => {
  const scope = { 0: 'https://management.azure.com/.default' };
  expect(read('azure.identity', 'UsernamePasswordCredential.get_token', scope)).toMatchObject({
    effect: 'read',
    audience: 'arm',
    sessions: ['code deploy.sh UsernamePasswordCredential'],
  });
});
