import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { azureCliAction } from './azure-cli-action.ts';

it('runs its script under the session of the job, however the input is spelled', () => {
  const call = sampleComponent('azure/cli', { InlineScript: 'az group list' });
  expect(azureCliAction.read(call, sampleEnvironment())?.runs).toMatchObject([
    { kind: 'script', language: 'bash', source: { value: 'az group list' }, session: 'shared' },
  ]);
});
