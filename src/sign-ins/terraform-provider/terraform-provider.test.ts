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
  [{ version: '>= 2.0', locked: '2.99.0' }, {}, 'ambient users-only'],
  [{ version: '~> 2.0', locked: '3.44.0' }, {}, 'ambient'],
  [{ ...SECRET, version: '~> 2.0' }, {}, 'service-principal-secret'],
  [{ remote: 'HCP Terraform' }, {}, 'unknown'],
  [{ remote: 'HCP Terraform', use_msi: 'true' }, {}, 'managed-identity'],
  [{ provider: 'azurestack' }, {}, 'ambient'],
  [{ provider: 'azurestack', use_msi: 'true' }, {}, 'ambient'],
  [{ provider: 'azuredevops' }, {}, 'ambient'],
  [{ provider: 'azuredevops' }, { AZDO_PERSONAL_ACCESS_TOKEN: '$PAT' }, 'user-cached'],
  [{ provider: 'azuredevops', personal_access_token: '$System.AccessToken' }, {}, 'none'],
  [{ provider: 'azuredevops', ...CLIENT, use_oidc: 'true' }, {}, 'service-principal-federated'],
  [{ provider: 'msgraph', use_powershell: 'true' }, {}, 'ambient'],
  [{ provider: 'fabric' }, { FABRIC_USE_MSI: 'true' }, 'managed-identity'],
  [{ provider: 'fabric', ...SECRET, use_cli: 'true' }, {}, 'ambient'],
  [{ provider: 'fabric', use_cli: 'false' }, {}, 'none fails-closed'],
  [{ provider: 'powerplatform' }, {}, 'none fails-closed'],
  [{ provider: 'powerplatform', use_cli: 'true' }, {}, 'ambient'],
  [{ provider: 'powerplatform', username: 'a@contoso.com', password: '$P' }, {}, 'user-password'],
  [{ provider: 'powerplatform' }, { POWER_PLATFORM_USE_MSI: 'true' }, 'managed-identity'],
  [{ provider: 'microsoft365', auth_method: 'interactive_browser' }, {}, 'user-interactive'],
  [{ provider: 'microsoft365', auth_method: '$M' }, {}, 'unknown'],
  [{ provider: 'microsoft365' }, { M365_AUTH_METHOD: 'username_password' }, 'user-password'],
  [{ provider: 'databricks' }, {}, 'nothing'],
  [{ provider: 'databricks', host: 'https://adb-1.2.azuredatabricks.net' }, {}, 'ambient'],
  [
    { provider: 'databricks', azure_client_id: '$C', azure_use_msi: 'true' },
    {},
    'managed-identity',
  ],
  [{ provider: 'databricks', auth_type: 'azure-cli', token: '$T' }, {}, 'ambient'],
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

it('takes the session that it is told to take', () => {
  expect(read({ provider: 'powerplatform', use_dev_cli: 'true' })?.takes).toEqual(['azd']);
  expect(read({ provider: 'msgraph', use_powershell: 'true' })?.takes).toEqual([
    'azure-powershell',
  ]);
});

it('reads a provider without a block', () => {
  const call = construct('terraform-implied-provider', { provider: 'azurerm' });
  expect(shown(terraformProvider.read(call, surroundings({ ARM_USE_MSI: '1' })))).toBe(
    'managed-identity',
  );
});
