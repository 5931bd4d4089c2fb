//! Pipes for Azure, and whom they sign in.

import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { bitbucketAzurePipes } from './bitbucket-azure-pipes.ts';

const IDS = { AZURE_APP_ID: '$A', AZURE_TENANT_ID: '$T' };

it.each<[string, Given, string]>([
  ['microsoft/azure-cli-run', { ...IDS, AZURE_PASSWORD: '$P' }, 'service-principal-secret'],
  ['atlassian/azure-arm-deploy', { ...IDS, AZURE_PASSWORD: '$P' }, 'service-principal-secret'],
  ['microsoft/azure-web-apps-containers-deploy', IDS, 'unknown'],
  ['microsoft/azure-storage-deploy', {}, 'nothing'],
  ['contoso/azure-cli-run', IDS, 'nothing'],
])('%s %o', (name, given, expected) => {
  expect(shown(bitbucketAzurePipes.read(component(name, given), surroundings()))).toBe(expected);
});
