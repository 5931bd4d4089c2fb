//! The credentials of Azure's first management libraries for .NET: Fluent, the client runtime, and what apps used.
//! Sources: https://github.com/Azure/azure-libraries-for-net,
//! https://learn.microsoft.com/dotnet/api/microsoft.rest.azure.authentication,
//! https://learn.microsoft.com/dotnet/api/overview/azure/app-auth-migration

import { forArm, type LibraryTable } from '../library-table.ts';

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

export const DOTNET_CALLS: readonly LibraryTable[] = [FLUENT, DOTNET, DOTNET_APP];
