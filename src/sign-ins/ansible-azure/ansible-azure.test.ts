//! Arguments and variables of a module, and whom it signs in.

import { expect, it } from 'vitest';
import { component, type Given, shown, surroundings } from '../../../test/calls.ts';
import { ansibleAzure } from './ansible-azure.ts';

const PRINCIPAL = { client_id: '$C', secret: '$S', tenant: '$T' };
const USER = { ad_user: '$U', password: '$P' };
const SUBSCRIPTION = { AZURE_SUBSCRIPTION_ID: '1111' };

it.each<readonly [Given, Given, string]>([
  [USER, {}, 'user-password'],
  [{ ...USER, client_id: '$C', tenant: '$T' }, {}, 'user-password'],
  [{ ...USER, ...PRINCIPAL }, {}, 'service-principal-secret'],
  [PRINCIPAL, {}, 'service-principal-secret'],
  [{ ...PRINCIPAL, secret: '' }, {}, 'unknown'],
  [
    { client_id: '$C', tenant: '$T', thumbprint: '$F', x509_certificate_path: 'a.pem' },
    {},
    'service-principal-certificate',
  ],
  [{}, {}, 'ambient'],
  [{ auth_source: 'cli', ...USER }, {}, 'ambient'],
  [{ auth_source: 'msi', client_id: '$C' }, {}, 'managed-identity'],
  [{ auth_source: '$SOURCE' }, {}, 'unknown'],
  [{ auth_source: 'credential_file' }, {}, 'unknown'],
  [{ profile: 'prod' }, {}, 'unknown'],
  [{}, { ANSIBLE_AZURE_AUTH_SOURCE: 'msi' }, 'managed-identity'],
  [{}, { ...SUBSCRIPTION, AZURE_AD_USER: '$U', AZURE_PASSWORD: '$P' }, 'user-password'],
  [{ auth_source: 'env' }, { AZURE_AD_USER: '$U', AZURE_PASSWORD: '$P' }, 'user-password'],
  [
    {},
    { AZURE_CLIENT_ID: '$C', AZURE_SECRET: '$S', AZURE_TENANT: '$T', AZURE_PASSWORD: '$P' },
    'service-principal-secret',
  ],
  [PRINCIPAL, { AZURE_AD_USER: '$U', AZURE_PASSWORD: '$P' }, 'service-principal-secret'],
  [{}, { AZURE_USERNAME: '$U', AZURE_PASSWORD: '$P' }, 'ambient'],
])('%o with %o: %s', (given, environment, expected) => {
  const call = component('ansible/azure_rm_virtualmachine', given);
  expect(shown(ansibleAzure.read(call, surroundings(environment)))).toBe(expected);
});

it('is nothing to other modules', () => {
  expect(ansibleAzure.read(component('ansible/copy', USER), surroundings())).toBeUndefined();
});
