//! Credentials of Azure's first libraries for Python and JavaScript, all of them retired.
//! Sources: https://github.com/Azure/msrestazure-for-python, https://github.com/Azure/azure-sdk-for-python (azure-common),
//! https://github.com/Azure/ms-rest-nodeauth

import { forArm, type LibraryTable } from '../library-table.ts';

const PYTHON: LibraryTable = {
  libraries: ['msrestazure'],
  rows: forArm([
    { names: 'UserPassCredentials', identity: 'user-password', parameters: 'username password' },
    {
      names: 'InteractiveCredentials',
      identity: 'user-interactive',
    },
    {
      names: 'ServicePrincipalCredentials',
      identity: 'service-principal-secret',
      parameters: 'clientId secret',
    },
    { names: 'MSIAuthentication', identity: 'managed-identity' },
  ]),
};

const PYTHON_COMMON: LibraryTable = {
  libraries: ['azure.common'],
  rows: forArm([
    { names: 'UserPassCredentials', identity: 'user-password', parameters: 'username password' },
    {
      names: 'ServicePrincipalCredentials',
      identity: 'service-principal-secret',
      parameters: 'clientId secret',
    },
    {
      names: 'get_azure_cli_credentials get_cli_profile get_client_from_cli_profile',
      identity: 'ambient',
      takes: ['azure-cli'],
    },
    {
      names: 'get_client_from_auth_file get_client_from_json_dict',
      identity: 'service-principal-secret',
    },
  ]),
};

const NODE: LibraryTable = {
  libraries: ['ms-rest-azure', '@azure/ms-rest-nodeauth', 'azure'],
  rows: forArm([
    {
      names: 'loginWithUsernamePassword loginWithUsernamePasswordWithAuthResponse',
      identity: 'user-password',
      parameters: 'username password',
    },
    {
      names: 'UserTokenCredentials',
      identity: 'user-password',
      parameters: 'clientId domain username password',
    },
    {
      names: 'interactiveLogin interactiveLoginWithAuthResponse DeviceTokenCredentials',
      identity: 'user-device-code',
    },
    {
      names: 'loginWithServicePrincipalSecret loginWithServicePrincipalSecretWithAuthResponse',
      identity: 'service-principal-secret',
      parameters: 'clientId secret domain',
    },
    {
      names: 'ApplicationTokenCredentials',
      identity: 'service-principal-secret',
      parameters: 'clientId domain secret',
    },
    {
      names: 'loginWithAuthFile loginWithAuthFileWithAuthResponse',
      identity: 'service-principal-secret',
    },
    {
      names:
        'loginWithServicePrincipalCertificate loginWithServicePrincipalCertificateWithAuthResponse ApplicationTokenCertificateCredentials',
      identity: 'service-principal-certificate',
      parameters: 'clientId',
    },
    {
      names:
        'loginWithMSI loginWithVmMSI loginWithAppServiceMSI MSITokenCredentials MSIVmTokenCredentials MSIAppServiceTokenCredentials',
      identity: 'managed-identity',
    },
    { names: 'AzureCliCredentials.create', identity: 'ambient', takes: ['azure-cli'] },
  ]),
};

export const SCRIPT_CALLS: readonly LibraryTable[] = [PYTHON, PYTHON_COMMON, NODE];
