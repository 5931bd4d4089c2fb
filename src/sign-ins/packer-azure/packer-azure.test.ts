//! Builders of Packer, and whom they act as.

import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { packerAzure } from './packer-azure.ts';

const read = (given: Given) =>
  packerAzure.read(construct('packer-builder', { builder: 'azure-arm', ...given }), surroundings());

it.each<[Given, string]>([
  [{}, 'managed-identity'],
  [{ client_id: '$C' }, 'managed-identity'],
  [{ client_id: '$C', client_secret: '$S', tenant_id: '$T' }, 'service-principal-secret'],
  [
    { client_id: '$C', client_secret: '', client_cert_path: 'a.pem' },
    'service-principal-certificate',
  ],
  [{ client_id: '$C', client_jwt: '$J' }, 'service-principal-federated'],
  [{ client_id: '$C', oidc_request_token: '$J', tenant_id: '$T' }, 'service-principal-federated'],
  [{ use_azure_cli_auth: 'true', client_secret: '$S' }, 'ambient'],
  [{ use_azure_cli_auth: 'false' }, 'managed-identity'],
  [{ use_interactive_auth: 'true' }, 'user-device-code'],
  [{ tenant_id: '$T' }, 'none usage-error'],
  [{ builder: 'amazon-ebs' }, 'nothing'],
])('%o', (given, expected) => {
  expect(shown(read(given))).toBe(expected);
});

it('says for which cloud', () => {
  expect(read({ cloud_environment_name: 'AzureUSGovernmentCloud' })?.cloud).toBe('us-government');
  expect(read({ cloud_environment_name: 'Public' })?.cloud).toBe('public');
});
