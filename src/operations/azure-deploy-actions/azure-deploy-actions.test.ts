import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { azureDeployActions } from './azure-deploy-actions.ts';

const read = (name: string, inputs: Readonly<Record<string, string>> = {}) =>
  azureDeployActions.read(sampleComponent(name, inputs), sampleEnvironment());

it.each([
  ['azure/webapps-deploy', 'write', 'arm'],
  ['azure/aks-set-context', 'read', 'arm'],
  ['azure/k8s-deploy', 'write', 'kubernetes'],
  ['azure/get-keyvault-secrets', 'read', 'key-vault'],
])('%s', (tool, effect, audience) => {
  expect(read(tool)?.operations).toMatchObject([{ tool, effect, audience }]);
});

it.each(['azure/webapps-deploy', 'azure/functions-action'])(
  '%s with a publish profile acts as no identity of Entra',
  name => {
    expect(read(name, { 'publish-profile': '$secret' })?.operations).toEqual([]);
  },
);

it('is nothing to other actions', () => {
  expect(read('azure/static-web-apps-deploy')).toBeUndefined();
});
