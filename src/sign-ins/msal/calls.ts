//! What the libraries of MSAL call each way to get a token, by language.
//! Sources: https://learn.microsoft.com/entra/msal/ (python, dotnet, javascript, java), https://pkg.go.dev/github.com/AzureAD/microsoft-authentication-library-for-go/apps

import type { LibraryTable } from '../library-table.ts';

/** https://learn.microsoft.com/python/api/msal/msal.application.clientapplication */
const PYTHON: LibraryTable = {
  libraries: ['msal'],
  rows: [
    {
      names: '.acquire_token_by_username_password',
      identity: 'user-password',
      parameters: 'username password scopes',
    },
    { names: '.acquire_token_by_device_flow', identity: 'user-device-code' },
    { names: '.acquire_token_interactive', identity: 'user-interactive', parameters: 'scopes' },
    {
      names: '.acquire_token_by_authorization_code',
      identity: 'user-interactive',
      parameters: 'code scopes',
    },
    {
      names: '.acquire_token_by_auth_code_flow',
      identity: 'user-interactive',
      parameters: 'flow response scopes',
    },
    {
      names: '.acquire_token_on_behalf_of',
      identity: 'unknown',
      parameters: 'assertion scopes',
    },
    {
      names: 'ManagedIdentityClient.acquire_token_for_client',
      identity: 'managed-identity',
      parameters: 'resource',
    },
    {
      names: '.acquire_token_for_client',
      identity: 'service-principal-secret',
      parameters: 'scopes',
    },
  ],
};

/** https://learn.microsoft.com/dotnet/api/microsoft.identity.client */
const DOTNET: LibraryTable = {
  libraries: ['Microsoft.Identity.Client'],
  rows: [
    {
      names: '.AcquireTokenByUsernamePassword',
      identity: 'user-password',
      parameters: 'scopes username password',
    },
    { names: '.AcquireTokenWithDeviceCode', identity: 'user-device-code', parameters: 'scopes' },
    { names: '.AcquireTokenInteractive', identity: 'user-interactive', parameters: 'scopes' },
    {
      names: '.AcquireTokenByAuthorizationCode',
      identity: 'user-interactive',
      parameters: 'scopes code',
    },
    // Whoever the process runs as, by the domain that the machine has joined.
    {
      names: '.AcquireTokenByIntegratedWindowsAuth',
      identity: 'user-interactive',
      parameters: 'scopes',
    },
    { names: '.AcquireTokenOnBehalfOf', identity: 'unknown', parameters: 'scopes' },
    {
      names: '.AcquireTokenForManagedIdentity',
      identity: 'managed-identity',
      parameters: 'resource',
    },
    {
      names: '.AcquireTokenForClient',
      identity: 'service-principal-secret',
      parameters: 'scopes',
    },
  ],
};

/** https://learn.microsoft.com/javascript/api/@azure/msal-node; the browser's library is for the person in front of it. */
const NODE: LibraryTable = {
  libraries: ['@azure/msal-node'],
  rows: [
    { names: '.acquireTokenByUsernamePassword', identity: 'user-password' },
    { names: '.acquireTokenByDeviceCode', identity: 'user-device-code' },
    { names: '.acquireTokenInteractive', identity: 'user-interactive' },
    { names: '.acquireTokenByCode', identity: 'user-interactive' },
    { names: '.acquireTokenOnBehalfOf', identity: 'unknown' },
    { names: '.acquireTokenByClientCredential', identity: 'service-principal-secret' },
    { names: 'ManagedIdentityApplication.acquireToken', identity: 'managed-identity' },
  ],
};

/** https://learn.microsoft.com/java/api/com.microsoft.aad.msal4j: parameters that `acquireToken` takes, each made by a builder. */
const JAVA: LibraryTable = {
  libraries: ['com.microsoft.aad.msal4j'],
  rows: [
    {
      names: 'UserNamePasswordParameters.builder',
      identity: 'user-password',
      parameters: 'scopes username password',
    },
    {
      names: 'DeviceCodeFlowParameters.builder',
      identity: 'user-device-code',
      parameters: 'scopes',
    },
    { names: 'InteractiveRequestParameters.builder', identity: 'user-interactive' },
    { names: 'AuthorizationCodeParameters.builder', identity: 'user-interactive' },
    {
      names: 'IntegratedWindowsAuthenticationParameters.builder',
      identity: 'user-interactive',
      parameters: 'scopes username',
    },
    { names: 'OnBehalfOfParameters.builder', identity: 'unknown', parameters: 'scopes' },
    {
      names: 'ClientCredentialParameters.builder',
      identity: 'service-principal-secret',
      parameters: 'scopes',
    },
    {
      names: 'ManagedIdentityParameters.builder',
      identity: 'managed-identity',
      parameters: 'resource',
    },
  ],
};

const GO = 'github.com/AzureAD/microsoft-authentication-library-for-go/apps';

const GO_PUBLIC: LibraryTable = {
  libraries: [`${GO}/public`, `${GO}/confidential`],
  rows: [
    {
      names: '.AcquireTokenByUsernamePassword',
      identity: 'user-password',
      parameters: 'context scopes username password',
    },
    {
      names: '.AcquireTokenByDeviceCode',
      identity: 'user-device-code',
      parameters: 'context scopes',
    },
    {
      names: '.AcquireTokenInteractive',
      identity: 'user-interactive',
      parameters: 'context scopes',
    },
    {
      names: '.AcquireTokenByAuthCode',
      identity: 'user-interactive',
      parameters: 'context code redirectURI scopes',
    },
    {
      names: '.AcquireTokenOnBehalfOf',
      identity: 'unknown',
      parameters: 'context assertion scopes',
    },
    {
      names: '.AcquireTokenByCredential',
      identity: 'service-principal-secret',
      parameters: 'context scopes',
    },
  ],
};

const GO_MANAGED: LibraryTable = {
  libraries: [`${GO}/managedidentity`],
  rows: [
    {
      names: '.AcquireToken',
      identity: 'managed-identity',
      parameters: 'context resource',
    },
  ],
};

export const CALLS: readonly LibraryTable[] = [PYTHON, DOTNET, NODE, JAVA, GO_PUBLIC, GO_MANAGED];
