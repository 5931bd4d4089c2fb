//! Inputs of `azure/login`, and whom they sign in.

import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { azureLogin } from './azure-login.ts';

const read = (given: Given, name = 'azure/login') =>
  azureLogin.read(component(name, given), surroundings());

const IDS = { 'client-id': '$C', 'tenant-id': '$T' };

it.each<[Given, string]>([
  [IDS, 'service-principal-federated'],
  [{ ...IDS, creds: '$CREDS' }, 'service-principal-federated'],
  [{ creds: '$CREDS' }, 'service-principal-secret'],
  [{ creds: '$CREDS', 'client-id': '' }, 'service-principal-secret'],
  [{ creds: '$CREDS', 'subscription-id': '$S' }, 'none usage-error'],
  [{ 'auth-type': 'identity' }, 'managed-identity'],
  [{ 'auth-type': '$TYPE' }, 'unknown'],
  [{}, 'none usage-error'],
])('%o', (given, expected) => {
  expect(shown(read(given))).toBe(expected);
});

it('opens Azure PowerShell too when asked to', () => {
  expect(read(IDS)?.opens).toEqual(['azure-cli']);
  expect(read({ ...IDS, 'enable-azpssession': 'True' })?.opens).toEqual([
    'azure-cli',
    'azure-powershell',
  ]);
});

it('names the cloud', () => {
  expect(read({ ...IDS, environment: 'AzureUSGovernment' })?.cloud).toBe('us-government');
  expect(read({ ...IDS, environment: 'azurestack' })?.cloud).toBe('unknown');
});

it('leaves actions of the same name to their owners', () => {
  expect(read(IDS, 'contoso/azure-login')).toBeUndefined();
});
