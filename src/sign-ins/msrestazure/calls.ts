//! The credentials of Azure's first management libraries, by language; all of them are retired.
//! Sources: https://github.com/Azure/msrestazure-for-python, https://github.com/Azure/azure-sdk-for-python (azure-common),
//! https://github.com/Azure/ms-rest-nodeauth, https://github.com/Azure/azure-libraries-for-java (azure-client-authentication),
//! https://pkg.go.dev/github.com/Azure/go-autorest/autorest/azure/auth

import { forArm, type LibraryTable } from '../library-table.ts';
import { DOTNET_CALLS } from './dotnet-calls.ts';

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

const JAVA: LibraryTable = {
  libraries: ['com.microsoft.azure.credentials'],
  rows: forArm([
    {
      names: 'UserTokenCredentials',
      identity: 'user-password',
      parameters: 'clientId domain username password environment',
    },
    { names: 'DeviceTokenCredentials', identity: 'user-device-code' },
    {
      names: 'ApplicationTokenCredentials',
      identity: 'service-principal-secret',
      parameters: 'clientId domain secret environment',
    },
    {
      names: 'ApplicationTokenCredentials.fromFile',
      identity: 'service-principal-secret',
    },
    {
      names: 'MSICredentials AppServiceMSICredentials',
      identity: 'managed-identity',
    },
    { names: 'AzureCliCredentials.create', identity: 'ambient', takes: ['azure-cli'] },
  ]),
};

const GO: LibraryTable = {
  libraries: ['github.com/Azure/go-autorest/autorest/azure/auth'],
  rows: forArm([
    {
      names: 'NewUsernamePasswordConfig',
      identity: 'user-password',
      parameters: 'username password clientId tenantId',
    },
    { names: 'UsernamePasswordConfig', identity: 'user-password' },
    {
      names: 'NewDeviceFlowConfig',
      identity: 'user-device-code',
      parameters: 'clientId tenantId',
    },
    { names: 'DeviceFlowConfig', identity: 'user-device-code' },
    {
      names: 'NewClientCredentialsConfig',
      identity: 'service-principal-secret',
      parameters: 'clientId clientSecret tenantId',
    },
    { names: 'ClientCredentialsConfig', identity: 'service-principal-secret' },
    {
      names: 'NewClientCertificateConfig',
      identity: 'service-principal-certificate',
      parameters: 'path password clientId tenantId',
    },
    { names: 'ClientCertificateConfig', identity: 'service-principal-certificate' },
    { names: 'NewMSIConfig MSIConfig', identity: 'managed-identity' },
    {
      names: 'NewAuthorizerFromFile NewAuthorizerFromFileWithResource',
      identity: 'service-principal-secret',
    },
    {
      names: 'NewAuthorizerFromCLI NewAuthorizerFromCLIWithResource',
      identity: 'ambient',
      takes: ['azure-cli'],
    },
  ]),
};

/** Without a complete set of variables it is the identity of the machine. */
export const FROM_ENVIRONMENT: LibraryTable = {
  libraries: GO.libraries,
  rows: forArm([
    {
      names: 'NewAuthorizerFromEnvironment NewAuthorizerFromEnvironmentWithResource',
      identity: 'unknown',
    },
  ]),
};

export const CALLS: readonly LibraryTable[] = [
  PYTHON,
  PYTHON_COMMON,
  NODE,
  JAVA,
  ...DOTNET_CALLS,
  GO,
];
