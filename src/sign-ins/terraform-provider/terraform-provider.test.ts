//! Provider blocks with the variables around them, and whom they act as.

import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { terraformProvider } from './terraform-provider.ts';

const read = (given: Given, environment: Given = {}) =>
  terraformProvider.read(
    construct('terraform-provider', { provider: 'azurerm', ...given }),
    surroundings(environment),
  );

const CLIENT = { client_id: '$C', tenant_id: '$T' };
const SECRET = { ...CLIENT, client_secret: '$S' };

it.each<[Given, Given, string]>([
  [{}, {}, 'ambient'],
  [{ use_cli: 'true', tenant_id: '$T' }, {}, 'ambient'],
  [SECRET, {}, 'service-principal-secret'],
  [{ ...SECRET, client_certificate_path: 'c.pfx' }, {}, 'service-principal-certificate'],
  [{ ...CLIENT, use_oidc: 'true' }, {}, 'service-principal-federated'],
  [{ ...CLIENT, use_oidc: '$USE' }, {}, 'service-principal-federated'],
  [{ ...SECRET, use_oidc: 'true' }, {}, 'service-principal-secret'],
  [{ ...SECRET, use_oidc: 'true', provider: 'azapi' }, {}, 'service-principal-federated'],
  [{ use_aks_workload_identity: 'true' }, {}, 'service-principal-federated'],
  [{ use_msi: 'true' }, {}, 'managed-identity'],
  [{ client_secret: '$S', use_msi: 'true' }, {}, 'managed-identity incomplete'],
  [{ client_secret: '$S' }, {}, 'ambient incomplete'],
  [{ client_id: '$C' }, {}, 'ambient incomplete'],
  [{ use_oidc: 'true' }, {}, 'ambient incomplete'],
  [{ ...SECRET, client_secret: '' }, {}, 'ambient incomplete'],
  [{ use_cli: 'false' }, {}, 'none fails-closed'],
  [{}, { ARM_USE_CLI: 'false' }, 'none fails-closed'],
  [{ use_cli: 'true' }, { ARM_USE_CLI: 'false' }, 'ambient'],
  [
    {},
    { ARM_CLIENT_ID: '$C', ARM_TENANT_ID: '$T', ARM_CLIENT_SECRET: '$S' },
    'service-principal-secret',
  ],
  [
    { client_id: '' },
    { ARM_CLIENT_ID: '$C', ARM_TENANT_ID: '$T', ARM_USE_OIDC: 'true' },
    'service-principal-federated',
  ],
  [{ use_oidc: 'false' }, { ARM_USE_OIDC: 'true' }, 'ambient'],
  [{ provider: 'azuread' }, {}, 'ambient'],
  [{ provider: 'aws' }, {}, 'nothing'],
  [{ version: '~> 2.0' }, {}, 'ambient users-only'],
  [{ version: '~> 3.0' }, {}, 'ambient'],
  [{ version: '~> 2.0', provider: 'azuread' }, {}, 'ambient'],
  [{ ...SECRET, version: '~> 2.0' }, {}, 'service-principal-secret'],
])('%o, with %o around it', (given, environment, expected) => {
  expect(shown(read(given, environment))).toBe(expected);
});

it('says what is missing', () => {
  expect(read({ client_secret: '$S', client_id: '$C' })?.remarks).toEqual([
    { kind: 'incomplete', method: 'client secret', missing: ['tenant_id'] },
  ]);
  expect(read(CLIENT)?.remarks).toEqual([
    { kind: 'incomplete', method: 'client secret', missing: ['client_secret'] },
  ]);
});

it('takes the session of the Azure CLI, for the interface and cloud of the provider', () => {
  expect(read({ environment: 'usgovernment' })).toMatchObject({
    takes: ['azure-cli'],
    covers: 'provider',
    audience: 'arm',
    cloud: 'us-government',
  });
  expect(read({ provider: 'azuread' })?.audience).toBe('microsoft-graph');
  expect(read({}, { ARM_ENVIRONMENT: 'china' })?.cloud).toBe('china');
});

it('reads a provider without a block', () => {
  const call = construct('terraform-implied-provider', { provider: 'azurerm' });
  expect(shown(terraformProvider.read(call, surroundings({ ARM_USE_MSI: '1' })))).toBe(
    'managed-identity',
  );
});
