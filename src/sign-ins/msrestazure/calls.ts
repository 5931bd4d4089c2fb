//! Credentials of Azure's first libraries for Java, .NET and Go, all of them retired; and those of every language.
//! Sources: https://github.com/Azure/azure-libraries-for-java (azure-client-authentication),
//! https://github.com/Azure/azure-libraries-for-net, https://pkg.go.dev/github.com/Azure/go-autorest/autorest/azure/auth

import { forArm, type LibraryTable } from '../library-table.ts';
import { SCRIPT_CALLS } from './script-calls.ts';

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

const FLUENT: LibraryTable = {
  libraries: ['Microsoft.Azure.Management'],
  rows: forArm([
    {
      names: '.FromUser',
      identity: 'user-password',
      parameters: 'username password clientId tenantId environment',
    },
    {
      names: 'UserLoginInformation',
      identity: 'user-password',
    },
    {
      names: '.FromDevice',
      identity: 'user-device-code',
      parameters: 'clientId tenantId environment',
    },
    {
      names: '.FromServicePrincipal',
      identity: 'service-principal-secret',
      parameters: 'clientId secret tenantId environment',
    },
    {
      names: 'ServicePrincipalLoginInformation',
      identity: 'service-principal-secret',
    },
    {
      names:
        '.FromMSI .FromSystemAssignedManagedServiceIdentity .FromUserAssigedManagedServiceIdentity .FromUserAssignedManagedServiceIdentity MSILoginInformation',
      identity: 'managed-identity',
    },
  ]),
};

const DOTNET: LibraryTable = {
  libraries: ['Microsoft.Rest.Azure.Authentication'],
  rows: forArm([
    {
      names: 'UserTokenProvider.LoginSilentAsync',
      identity: 'user-password',
      parameters: 'clientId domain username password',
    },
    { names: 'UserTokenProvider.LoginWithPromptAsync', identity: 'user-interactive' },
    { names: 'UserTokenProvider.LoginByDeviceCodeAsync', identity: 'user-device-code' },
    {
      names: 'ApplicationTokenProvider.LoginSilentAsync',
      identity: 'service-principal-secret',
      parameters: 'domain clientId secret',
    },
    {
      names: 'ApplicationTokenProvider.LoginSilentWithCertificateAsync',
      identity: 'service-principal-certificate',
      parameters: 'domain',
    },
    { names: 'MSITokenProvider', identity: 'managed-identity' },
  ]),
};

const DOTNET_APP: LibraryTable = {
  libraries: ['Microsoft.Azure.Services.AppAuthentication'],
  rows: [{ names: 'AzureServiceTokenProvider', identity: 'ambient', takes: ['azure-cli'] }],
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
  ...SCRIPT_CALLS,
  JAVA,
  FLUENT,
  DOTNET,
  DOTNET_APP,
  GO,
];
