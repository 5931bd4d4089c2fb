//! What pipes do.

import { expect, it } from 'vitest';
import { sampleComponent, sampleEnvironment } from '../../domain/sample-call.ts';
import { bitbucketAzurePipes } from './bitbucket-azure-pipes.ts';

const read = (name: string, inputs = {}) =>
  bitbucketAzurePipes.read(sampleComponent(name, inputs), sampleEnvironment());

it('runs the command of `azure-cli-run`', () => {
  expect(read('microsoft/azure-cli-run', { CLI_COMMAND: 'az group list' })?.runs).toMatchObject([
    { kind: 'script', language: 'bash', source: { value: 'az group list' } },
  ]);
});

it.each([
  ['microsoft/azure-arm-deploy', 'arm'],
  ['atlassian/azure-aks-deploy', 'kubernetes'],
])('%s writes to %s', (name, audience) => {
  expect(read(name)?.operations).toMatchObject([{ effect: 'write', audience }]);
});

it.each(['microsoft/azure-storage-deploy', 'contoso/azure-arm-deploy'])('%s is none', name => {
  expect(read(name)).toBeUndefined();
});
