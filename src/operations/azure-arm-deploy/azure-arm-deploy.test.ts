import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { textOf } from '../../domain/value.ts';
import { azureArmDeploy } from './azure-arm-deploy.ts';

const read = (inputs: Readonly<Record<string, string>>) =>
  azureArmDeploy.read(sampleComponent('azure/arm-deploy', inputs), sampleEnvironment());

it('writes under the session of the Azure CLI, and runs its template', () => {
  const effects = read({ template: 'infra/main.bicep', parameters: 'prod.json region=westeurope' });
  expect(effects?.operations).toMatchObject([{ effect: 'write', sessions: ['azure-cli'] }]);
  const [run] = effects?.runs ?? [];
  if (run?.kind !== 'routine') throw new Error('runs nothing');
  expect(textOf(run.path)).toBe('infra/main.bicep');
  expect(run.valueFiles.map(textOf)).toEqual(['prod.json']);
  expect([...run.inputs.keys()]).toEqual(['region']);
});

it('only reads to validate', () => {
  expect(read({ deploymentMode: 'Validate', template: 'main.bicep' })).toMatchObject({
    operations: [{ effect: 'read' }],
    runs: [],
  });
});

it('is nothing to other actions', () => {
  expect(azureArmDeploy.read(sampleComponent('azure/login'), sampleEnvironment())).toBeUndefined();
});
