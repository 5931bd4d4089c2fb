import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { adal } from './adal.ts';

const DOTNET = 'Microsoft.IdentityModel.Clients.ActiveDirectory';
const JAVA = 'com.microsoft.aad.adal4j';
const GO = 'github.com/Azure/go-autorest/autorest/adal';
const FIVE = { 0: 'https://management.azure.com/', 1: '$id', 2: '$user', 3: '$p', 4: '$cb' };

it.each<[string, string, Given, string]>([
  ['adal', '?.acquire_token_with_username_password', {}, 'user-password'],
  [
    'adal',
    'AuthenticationContext.acquire_token_with_client_credentials',
    {},
    'service-principal-secret',
  ],
  ['adal-node', '?.acquireTokenWithUsernamePassword', {}, 'user-password'],
  [DOTNET, 'UserPasswordCredential', { 0: '$u', 1: '$p' }, 'user-password'],
  [DOTNET, 'UserCredential', { 0: '$u', 1: '$p' }, 'user-password'],
  [DOTNET, 'UserCredential', { 0: '$u' }, 'ambient'],
  [DOTNET, 'ClientCredential', { 0: '$id', 1: '$s' }, 'service-principal-secret'],
  [DOTNET, 'AuthenticationContext', {}, 'nothing'],
  [JAVA, 'AuthenticationContext.acquireToken', FIVE, 'user-password'],
  [JAVA, 'AuthenticationContext.acquireToken', { 0: '$r', 1: '$c', 2: '$cb' }, 'nothing'],
  [GO, 'NewServicePrincipalTokenFromUsernamePassword', {}, 'user-password'],
  [GO, 'NewServicePrincipalToken', {}, 'service-principal-secret'],
])('%s %s %o: %s', (library, name, given, expected) => {
  const call = construct('library-call', { library, name, ...given });
  expect(shown(adal.read(call, surroundings()))).toBe(expected);
});

it('tells by the resource what it is for', () => {
  const call = construct('library-call', {
    library: JAVA,
    name: 'AuthenticationContext.acquireToken',
    ...FIVE,
  });
  expect(adal.read(call, surroundings())?.audience).toBe('arm');
});
