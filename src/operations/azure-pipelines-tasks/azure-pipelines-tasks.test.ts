import { expect, it } from 'vitest';
import { component, type Given, surroundings } from '../../../test/calls.ts';
import { azurePipelinesTasks } from './azure-pipelines-tasks.ts';

const read = (name: string, given: Given) =>
  azurePipelinesTasks.read(component(name, given), surroundings());

const shown = (name: string, given: Given): string =>
  (read(name, given)?.operations ?? [])
    .map(it => `${it.effect} ${it.audience} ${it.sessions}`)
    .join();

const CONNECTION = { azureSubscription: 'a' };

it.each<[string, Given, string]>([
  ['azurewebapp', CONNECTION, 'write arm this-call'],
  ['azurekeyvault', CONNECTION, 'read key-vault this-call'],
  ['acmedeploy', CONNECTION, 'unknown arm this-call'],
  ['acmedeploy', {}, ''],
  ['azurecli', CONNECTION, ''],
  [
    'bicepdeploy',
    { azureResourceManagerConnection: 'a', operation: 'whatIf' },
    'read arm this-call',
  ],
  ['terraformtaskv4', { command: 'apply' }, 'write arm terraform'],
  ['terraformtaskv4', { command: 'plan' }, 'read arm terraform'],
  ['terraformtaskv4', { command: 'apply', provider: 'aws' }, ''],
  ['terraformcli', { command: 'validate' }, ''],
  ['terraforminstaller', {}, ''],
])('%s %o: %s', (name, given, expected) => {
  expect(shown(name, given)).toBe(expected);
});

it('runs the template that it deploys', () => {
  const given = { azureResourceManagerConnection: 'a', csmFile: 'main.bicep' };
  expect(read('azureresourcemanagertemplatedeployment', given)?.runs).toMatchObject([
    { type: 'bicep-file', path: { value: 'main.bicep' }, action: 'create' },
  ]);
});
