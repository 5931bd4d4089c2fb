//! Variables of the actions of 2019, and whom they sign in.

import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { githubActionsAzureLogin } from './github-actions-azure-login.ts';

const IDS = { AZURE_SERVICE_APP_ID: '1111', AZURE_SERVICE_TENANT: '$T' };
const LOGIN = 'azure/github-actions/login';

it.each<[string, Given, string]>([
  [LOGIN, { ...IDS, AZURE_SERVICE_PASSWORD: '$P' }, 'service-principal-secret'],
  [
    'azure/github-actions/azure-login',
    { ...IDS, AZURE_SERVICE_PASSWORD: 'p' },
    'service-principal-secret',
  ],
  [LOGIN, { ...IDS, AZURE_SERVICE_PEM: '$P' }, 'none usage-error'],
  [LOGIN, {}, 'none usage-error'],
  ['actions/azure', { ...IDS, AZURE_SERVICE_PASSWORD: '$P' }, 'service-principal-secret'],
  ['actions/azure', { ...IDS, AZURE_SERVICE_PEM: '$P' }, 'service-principal-certificate'],
  ['actions/azure', { AZURE_APP_ID: '$A' }, 'nothing'],
  ['contoso/github-actions/login', { ...IDS, AZURE_SERVICE_PASSWORD: '$P' }, 'nothing'],
])('%s %o', (name, given, expected) => {
  expect(shown(githubActionsAzureLogin.read(component(name), surroundings(given)))).toBe(expected);
});
