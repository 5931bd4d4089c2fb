import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { ansibleAzure } from './ansible-azure.ts';

it.each([
  ['ansible/azure_rm_virtualmachine', 'write', 'arm'],
  ['ansible/azure_rm_resourcegroup_info', 'read', 'arm'],
  ['ansible/azure_rm_resourcegroup_facts', 'read', 'arm'],
  ['ansible/azure_rm_aduser_info', 'read', 'microsoft-graph'],
  ['ansible/azure_rm_keyvaultsecret', 'write', 'key-vault'],
  ['ansible/azure_rm_keyvault', 'write', 'arm'],
])('%s: %s, %s', (name, effect, audience) => {
  const effects = ansibleAzure.read(sampleComponent(name), sampleEnvironment());
  expect(effects?.operations).toMatchObject([{ effect, audience }]);
});

it.each(['ansible/copy', 'azure/login'])('%s is something else', name => {
  expect(ansibleAzure.read(sampleComponent(name), sampleEnvironment())).toBeUndefined();
});
