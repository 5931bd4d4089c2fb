//! azuread, msgraph, microsoft365wp and microsoft365: the directory, and what Microsoft 365 keeps there.
//! Sources: https://registry.terraform.io/providers/hashicorp/azuread/latest/docs,
//! https://registry.terraform.io/providers/Microsoft/msgraph/latest/docs,
//! https://registry.terraform.io/providers/deploymenttheory/microsoft365/latest/docs

import {
  type ArgumentTable,
  AZAPI_ARGUMENTS,
  AZAPI_ORDER,
  AZURERM_ARGUMENTS,
  AZURERM_ORDER,
  type Method,
  SECRET,
} from '../../domain/azure-credentials.ts';
import { chosen, type Provider, session } from './provider.ts';

export const AZUREAD: Provider = {
  table: AZURERM_ARGUMENTS,
  order: AZURERM_ORDER,
  audience: 'microsoft-graph',
  fallback: 'azure-cli',
};

export const MSGRAPH: Provider = {
  table: new Map([...AZAPI_ARGUMENTS, ['use_powershell', ['ARM_USE_POWERSHELL']]]),
  order: [...AZAPI_ORDER, session('use_powershell', 'Azure PowerShell', 'azure-powershell')],
  audience: 'microsoft-graph',
  fallback: 'azure-cli',
};

export const MICROSOFT365WP: Provider = AZUREAD;

const METHODS: ReadonlyMap<string, Method> = new Map([
  ['azure_developer_cli', chosen('Azure Developer CLI', 'ambient', ['azd'])],
  ['azure_cli', chosen('Azure CLI', 'ambient', ['azure-cli'])],
  ['device_code', chosen('device code', 'user-device-code')],
  ['interactive_browser', chosen('browser', 'user-interactive')],
  ['username_password', chosen('user and password', 'user-password')],
  ['client_secret', chosen('client secret', 'service-principal-secret')],
  ['client_certificate', chosen('client certificate', 'service-principal-certificate')],
  ['workload_identity', chosen('workload identity', 'service-principal-federated')],
  ['managed_identity', chosen('managed identity', 'managed-identity')],
  ['oidc', chosen('OpenID Connect', 'service-principal-federated')],
  ['oidc_github', chosen('OpenID Connect', 'service-principal-federated')],
  ['oidc_azure_devops', chosen('OpenID Connect', 'service-principal-federated')],
]);

const M365: ArgumentTable = new Map([
  ['auth_method', ['M365_AUTH_METHOD']],
  ['tenant_id', ['M365_TENANT_ID']],
  ['client_id', ['M365_CLIENT_ID']],
  ['client_secret', ['M365_CLIENT_SECRET']],
  ['password', ['M365_PASSWORD']],
]);

/** Nothing but a secret is tried that `auth_method` does not name. */
export const MICROSOFT365: Provider = {
  table: M365,
  order: [SECRET],
  audience: 'microsoft-graph',
  chooser: { argument: 'auth_method', methods: METHODS },
  ownNames: new Map(
    ['client_id', 'client_secret', 'password'].map(it => [it, `entra_id_options.${it}`]),
  ),
  secrets: ['client_secret', 'password'],
};
