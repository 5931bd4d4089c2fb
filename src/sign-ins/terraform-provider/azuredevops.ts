//! azuredevops: organisations of Azure DevOps.
//! Source: https://registry.terraform.io/providers/microsoft/azuredevops/latest/docs

import type { ArgumentTable } from '../../domain/azure-credentials.ts';
import { APPLICATION, type Provider, personalToken, variablesNamed } from './provider.ts';

const TABLE: ArgumentTable = new Map([
  ...variablesNamed(['client_id', 'tenant_id', 'client_secret'], 'ARM_', 'AZURE_'),
  ...variablesNamed(
    ['client_certificate', 'client_certificate_path', 'use_oidc', 'use_msi', 'use_cli'],
    'ARM_',
  ),
  ['client_secret_file_path', ['ARM_CLIENT_SECRET_PATH', 'ARM_CLIENT_SECRET_FILE_PATH']],
  ['personal_access_token', ['AZDO_PERSONAL_ACCESS_TOKEN']],
]);

export const AZUREDEVOPS: Provider = {
  table: TABLE,
  order: [personalToken('personal_access_token'), ...APPLICATION],
  audience: 'azure-devops',
  fallback: 'azure-cli',
  ownNames: new Map([['client_secret_file_path', 'client_secret_path']]),
  secrets: ['personal_access_token', 'client_secret'],
};
