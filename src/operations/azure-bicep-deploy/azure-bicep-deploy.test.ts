import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { azureBicepDeploy } from './azure-bicep-deploy.ts';

const read = (inputs: Readonly<Record<string, string>>) =>
  azureBicepDeploy.read(sampleComponent('azure/bicep-deploy', inputs), sampleEnvironment());

it.each([
  ['create', 'write', 1],
  ['whatIf', 'read', 0],
  ['validate', 'read', 0],
  ['delete', 'write', 0],
  ['$operation', 'unknown', 0],
])('%s', (operation, effect, runs) => {
  const effects = read({ operation, 'template-file': 'main.bicep' });
  expect(effects?.operations).toMatchObject([
    { effect, sessions: ['this-call', 'azure-cli', 'azure-powershell'] },
  ]);
  expect(effects?.runs).toHaveLength(runs);
});

it('follows a parameter file that names its template', () => {
  const [run] = read({ operation: 'create', 'parameters-file': 'main.bicepparam' })?.runs ?? [];
  expect(run).toMatchObject({ path: { value: 'main.bicepparam' } });
});
