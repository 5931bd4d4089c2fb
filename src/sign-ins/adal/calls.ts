//! What the libraries of ADAL call each way to get a token, by language; all of them are retired.
//! Sources: https://github.com/AzureAD/azure-activedirectory-library-for-python, -for-dotnet, -for-nodejs, -for-java,
//! https://pkg.go.dev/github.com/Azure/go-autorest/autorest/adal

import type { LibraryTable } from '../library-table.ts';

const PYTHON: LibraryTable = {
  libraries: ['adal'],
  rows: [
    {
      names: '.acquire_token_with_username_password',
      identity: 'user-password',
      parameters: 'resource username password',
    },
    {
      names: '.acquire_token_with_device_code',
      identity: 'user-device-code',
      parameters: 'resource',
    },
    {
      names: '.acquire_token_with_authorization_code',
      identity: 'user-interactive',
      parameters: 'code redirect resource',
    },
    {
      names: '.acquire_token_with_client_credentials',
      identity: 'service-principal-secret',
      parameters: 'resource clientId clientSecret',
    },
    {
      names: '.acquire_token_with_client_certificate',
      identity: 'service-principal-certificate',
      parameters: 'resource clientId',
    },
  ],
};

const NODE: LibraryTable = {
  libraries: ['adal-node'],
  rows: [
    {
      names: '.acquireTokenWithUsernamePassword',
      identity: 'user-password',
      parameters: 'resource username password',
    },
    { names: '.acquireTokenWithDeviceCode', identity: 'user-device-code', parameters: 'resource' },
    {
      names: '.acquireTokenWithAuthorizationCode',
      identity: 'user-interactive',
      parameters: 'code redirect resource',
    },
    {
      names: '.acquireTokenWithClientCredentials',
      identity: 'service-principal-secret',
      parameters: 'resource clientId clientSecret',
    },
    {
      names: '.acquireTokenWithClientCertificate',
      identity: 'service-principal-certificate',
      parameters: 'resource clientId',
    },
  ],
};

/** A credential is made, then handed to `AcquireTokenAsync`. */
const DOTNET: LibraryTable = {
  libraries: ['Microsoft.IdentityModel.Clients.ActiveDirectory'],
  rows: [
    {
      names: 'UserPasswordCredential',
      identity: 'user-password',
      parameters: 'username password',
    },
    // Of version 2; with a name alone it is whoever runs the process.
    {
      names: 'UserCredential',
      identity: 'user-password',
      parameters: 'username password',
      places: 2,
    },
    { names: 'UserCredential', identity: 'ambient', parameters: 'username' },
    { names: '.AcquireTokenByDeviceCodeAsync', identity: 'user-device-code' },
    { names: 'PlatformParameters', identity: 'user-interactive' },
    {
      names: '.AcquireTokenByAuthorizationCode .AcquireTokenByAuthorizationCodeAsync',
      identity: 'user-interactive',
    },
    {
      names: 'ClientCredential',
      identity: 'service-principal-secret',
      parameters: 'clientId clientSecret',
    },
    {
      names: 'ClientAssertionCertificate',
      identity: 'service-principal-certificate',
      parameters: 'clientId',
    },
  ],
};

const JAVA: LibraryTable = {
  libraries: ['com.microsoft.aad.adal4j'],
  rows: [
    {
      names: '.acquireToken',
      identity: 'user-password',
      parameters: 'resource clientId username password',
      places: 5,
    },
    { names: '.acquireTokenByDeviceCode', identity: 'user-device-code' },
    { names: '.acquireTokenByAuthorizationCode', identity: 'user-interactive' },
    {
      names: 'ClientCredential',
      identity: 'service-principal-secret',
      parameters: 'clientId clientSecret',
    },
    {
      names: 'AsymmetricKeyCredential.create',
      identity: 'service-principal-certificate',
      parameters: 'clientId',
    },
  ],
};

const GO: LibraryTable = {
  libraries: ['github.com/Azure/go-autorest/autorest/adal'],
  rows: [
    {
      names: 'NewServicePrincipalTokenFromUsernamePassword',
      identity: 'user-password',
      parameters: 'config clientId username password resource',
    },
    { names: 'WaitForUserCompletion', identity: 'user-device-code' },
    {
      names: 'NewServicePrincipalTokenFromAuthorizationCode',
      identity: 'user-interactive',
    },
    {
      names: 'NewServicePrincipalToken',
      identity: 'service-principal-secret',
      parameters: 'config clientId clientSecret resource',
    },
    {
      names: 'NewServicePrincipalTokenFromCertificate',
      identity: 'service-principal-certificate',
      parameters: 'config clientId certificate key resource',
    },
    {
      names: 'NewServicePrincipalTokenFromMSI',
      identity: 'managed-identity',
      parameters: 'endpoint resource',
    },
    {
      names: 'NewServicePrincipalTokenFromManagedIdentity',
      identity: 'managed-identity',
      parameters: 'resource',
    },
    {
      names: 'NewServicePrincipalTokenFromFederatedToken',
      identity: 'service-principal-federated',
      parameters: 'config clientId token resource',
    },
  ],
};

export const CALLS: readonly LibraryTable[] = [PYTHON, NODE, DOTNET, JAVA, GO];
