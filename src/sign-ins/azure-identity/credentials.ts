//! The credentials of Azure Identity, one table for all languages: they bear the same names, in lower case here.
//! Sources: https://learn.microsoft.com/python/api/overview/azure/identity-readme#credential-classes,
//! https://learn.microsoft.com/dotnet/api/azure.identity, https://learn.microsoft.com/javascript/api/@azure/identity,
//! https://learn.microsoft.com/java/api/com.azure.identity, https://pkg.go.dev/github.com/Azure/azure-sdk-for-go/sdk/azidentity

import type { IdentityKind, Session } from '../../domain/sign-in.ts';

export interface Credential {
  readonly name: string;
  readonly identity: IdentityKind;
  /** For `ambient`. */
  readonly takes?: readonly Session[];
}

const all = (identity: IdentityKind, names: string): readonly Credential[] =>
  names.split(' ').map(name => ({ name, identity }));

/** The tools that a chain asks, in its order; they may be nobody's, and then the resource has an identity. */
export const TOOLS: readonly Session[] = ['azure-cli', 'azure-powershell', 'azd'];

export const CREDENTIALS: readonly Credential[] = [
  ...all('user-password', 'usernamepasswordcredential'),
  ...all('user-device-code', 'devicecodecredential'),
  ...all(
    'user-interactive',
    'interactivebrowsercredential interactivebrowserbrokercredential authorizationcodecredential',
  ),
  ...all(
    'user-cached',
    'sharedtokencachecredential visualstudiocredential visualstudiocodecredential intellijcredential',
  ),
  { name: 'azureclicredential', identity: 'ambient', takes: ['azure-cli'] },
  { name: 'azurepowershellcredential', identity: 'ambient', takes: ['azure-powershell'] },
  { name: 'azuredeveloperclicredential', identity: 'ambient', takes: ['azd'] },
  { name: 'defaultazurecredential', identity: 'ambient', takes: TOOLS },
  ...all('service-principal-secret', 'clientsecretcredential'),
  ...all('service-principal-certificate', 'clientcertificatecredential certificatecredential'),
  ...all(
    'service-principal-federated',
    'clientassertioncredential workloadidentitycredential azurepipelinescredential azurepipelinesserviceconnectioncredential',
  ),
  ...all('managed-identity', 'managedidentitycredential'),
  ...all('unknown', 'onbehalfofcredential environmentcredential'),
];

/** Arguments by place, where a language has them: the rest is named everywhere. */
export const PARAMETERS: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map([
  [
    'azure.identity',
    {
      usernamepasswordcredential: 'clientId username password',
      clientsecretcredential: 'tenantId clientId clientSecret',
      certificatecredential: 'tenantId clientId',
      clientassertioncredential: 'tenantId clientId',
    },
  ],
  [
    'Azure.Identity',
    {
      usernamepasswordcredential: 'username password tenantId clientId',
      clientsecretcredential: 'tenantId clientId clientSecret',
      clientcertificatecredential: 'tenantId clientId',
      clientassertioncredential: 'tenantId clientId',
      managedidentitycredential: 'clientId',
    },
  ],
  [
    '@azure/identity',
    {
      usernamepasswordcredential: 'tenantId clientId username password',
      clientsecretcredential: 'tenantId clientId clientSecret',
      clientcertificatecredential: 'tenantId clientId',
      clientassertioncredential: 'tenantId clientId',
      managedidentitycredential: 'clientId',
    },
  ],
  [
    'github.com/Azure/azure-sdk-for-go/sdk/azidentity',
    {
      usernamepasswordcredential: 'tenantId clientId username password',
      clientsecretcredential: 'tenantId clientId clientSecret',
      clientcertificatecredential: 'tenantId clientId',
      clientassertioncredential: 'tenantId clientId',
    },
  ],
]);
