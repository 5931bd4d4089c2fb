//! databricks: workspaces, which Azure has and other clouds have too.
//! Source: https://registry.terraform.io/providers/databricks/databricks/latest/docs#authentication

import {
  type ArgumentTable,
  MANAGED,
  type Method,
  SECRET,
} from '../../domain/azure-credentials.ts';
import { type Inputs, inputOf } from '../../domain/call.ts';
import { reasonOf, textOf } from '../../domain/value.ts';
import { chosen, type Provider, personalToken } from './provider.ts';

const TABLE: ArgumentTable = new Map([
  ['auth_type', ['DATABRICKS_AUTH_TYPE']],
  ['token', ['DATABRICKS_TOKEN']],
  ['client_id', ['ARM_CLIENT_ID']],
  ['client_secret', ['ARM_CLIENT_SECRET']],
  ['tenant_id', ['ARM_TENANT_ID']],
  ['use_msi', ['ARM_USE_MSI']],
  ['environment', ['ARM_ENVIRONMENT']],
]);

const METHODS: ReadonlyMap<string, Method> = new Map([
  ['azure-cli', chosen('Azure CLI', 'ambient', ['azure-cli'])],
  ['azure-msi', chosen('managed identity', 'managed-identity')],
  ['azure-client-secret', chosen('client secret', 'service-principal-secret')],
  ['github-oidc-azure', chosen('OpenID Connect', 'service-principal-federated')],
  ['pat', personalToken('token')],
]);

const OWN_NAMES: ReadonlyMap<string, string> = new Map(
  ['client_id', 'client_secret', 'tenant_id', 'use_msi', 'environment'].map(it => [
    it,
    `azure_${it}`,
  ]),
);

export const DATABRICKS: Provider = {
  table: TABLE,
  order: [personalToken('token'), SECRET, MANAGED],
  audience: 'other',
  fallback: 'azure-cli',
  ownNames: OWN_NAMES,
  chooser: { argument: 'auth_type', methods: METHODS },
  secrets: ['token', 'client_secret'],
  isOfAzure,
};

function isOfAzure(args: Inputs): boolean {
  if ([...args.keys()].some(it => it.startsWith('azure_'))) return true;
  const host = inputOf(args, 'host');
  const said = host.kind === 'unknown' ? reasonOf(host.why) : (textOf(host) ?? '');
  const type = textOf(inputOf(args, 'auth_type')) ?? '';
  return /azurerm_databricks|\.azuredatabricks\./.test(said) || type.includes('azure');
}
