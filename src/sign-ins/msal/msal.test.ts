import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { msal } from './msal.ts';

const call = (library: string, name: string, given: Given = {}) =>
  construct('library-call', { library, name, ...given });

const PUBLIC = 'github.com/AzureAD/microsoft-authentication-library-for-go/apps/public';

it.each<[string, string, Given, string]>([
  ['msal', 'PublicClientApplication.acquire_token_by_username_password', {}, 'user-password'],
  ['msal', '?.acquire_token_by_username_password', {}, 'user-password'],
  ['msal', 'PublicClientApplication', {}, 'nothing'],
  ['msal', 'acquire_token_by_username_password', {}, 'nothing'],
  ['mine', '?.acquire_token_by_username_password', {}, 'nothing'],
  ['msal', '?.acquire_token_by_device_flow', {}, 'user-device-code'],
  ['msal', '?.acquire_token_silent', {}, 'nothing'],
  [
    'msal',
    'ConfidentialClientApplication.acquire_token_for_client',
    {},
    'service-principal-secret',
  ],
  [
    'msal',
    'ConfidentialClientApplication.acquire_token_for_client',
    { 'of.client_credential.thumbprint': '$t' },
    'service-principal-certificate',
  ],
  ['msal', 'ManagedIdentityClient.acquire_token_for_client', {}, 'managed-identity'],
  ['Microsoft.Identity.Client', '?.AcquireTokenByUsernamePassword', {}, 'user-password'],
  [
    'Microsoft.Identity.Client',
    'ConfidentialClientApplicationBuilder.AcquireTokenForClient',
    { 'of.WithClientAssertion': '$a' },
    'service-principal-federated',
  ],
  ['@azure/msal-node', 'PublicClientApplication.acquireTokenByDeviceCode', {}, 'user-device-code'],
  ['@azure/msal-browser', 'PublicClientApplication.acquireTokenPopup', {}, 'nothing'],
  ['com.microsoft.aad.msal4j', 'UserNamePasswordParameters.builder', {}, 'user-password'],
  [PUBLIC, 'Client.AcquireTokenByUsernamePassword', {}, 'user-password'],
])('%s %s %o: %s', (library, name, given, expected) => {
  expect(shown(msal.read(call(library, name, given), surroundings()))).toBe(expected);
});

it.each([
  ['https://management.azure.com/.default', 'arm'],
  ['https://graph.microsoft.com/.default', 'microsoft-graph'],
  ['User.Read', 'microsoft-graph'],
  ['https://analysis.windows.net/powerbi/api/.default', 'other'],
  ['$scope', 'unknown'],
])('%s is %s', (scope, audience) => {
  const name = '?.acquire_token_by_username_password';
  const made = call('msal', name, { 0: 'svc@contoso.com', 1: '$p', 'scopes.0': scope });
  expect(msal.read(made, surroundings())?.audience).toBe(audience);
});

it('reads the authority that the application was made with', () => {
  const made = call('msal', 'PublicClientApplication.acquire_token_by_username_password', {
    'of.authority': 'https://login.microsoftonline.us/contoso.com',
  });
  expect(msal.read(made, surroundings())).toMatchObject({
    cloud: 'us-government',
    tenantId: { value: 'contoso.com' },
  });
});
