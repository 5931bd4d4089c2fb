import { expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { msrestazure } from './msrestazure.ts';

const PYTHON = 'msrestazure.azure_active_directory';
const GO = 'github.com/Azure/go-autorest/autorest/azure/auth';
const FLUENT = 'Microsoft.Azure.Management.ResourceManager.Fluent';
const LOGIN = 'Microsoft.Rest.Azure.Authentication';

it.each<[string, string, Given, string]>([
  [PYTHON, 'UserPassCredentials', {}, 'user-password'],
  ['azure.common.credentials', 'UserPassCredentials', {}, 'user-password'],
  [PYTHON, 'AdalAuthentication', { 0: '$c.acquire_token_with_username_password' }, 'user-password'],
  [
    PYTHON,
    'AdalAuthentication',
    { 0: '$c.acquire_token_with_client_credentials' },
    'service-principal-secret',
  ],
  [PYTHON, 'AdalAuthentication', { 0: '$token' }, 'nothing'],
  [PYTHON, 'MSIAuthentication', {}, 'managed-identity'],
  ['azure.common.client_factory', 'get_client_from_cli_profile', {}, 'ambient'],
  ['ms-rest-azure', 'loginWithUsernamePassword', {}, 'user-password'],
  ['@azure/ms-rest-nodeauth', 'loginWithUsernamePasswordWithAuthResponse', {}, 'user-password'],
  ['@azure/ms-rest-nodeauth', 'interactiveLogin', {}, 'user-device-code'],
  ['com.microsoft.azure.credentials', 'UserTokenCredentials', {}, 'user-password'],
  [FLUENT, 'SdkContext.AzureCredentialsFactory.FromUser', {}, 'user-password'],
  [FLUENT, 'AzureCredentialsFactory.FromServicePrincipal', {}, 'service-principal-secret'],
  [LOGIN, 'UserTokenProvider.LoginSilentAsync', {}, 'user-password'],
  [LOGIN, 'ApplicationTokenProvider.LoginSilentAsync', {}, 'service-principal-secret'],
  [GO, 'NewUsernamePasswordConfig', {}, 'user-password'],
  [GO, 'NewAuthorizerFromCLI', {}, 'ambient'],
  [GO, 'NewAuthorizerFromEnvironment', {}, 'unknown'],
  ['mine', 'UserPassCredentials', {}, 'nothing'],
])('%s %s %o: %s', (library, name, given, expected) => {
  const call = construct('library-call', { library, name, ...given });
  const signIn = msrestazure.read(call, surroundings());
  expect(shown(signIn)).toBe(expected);
  if (signIn) expect(signIn.audience).toBe('arm');
});

it('leaves a set of variables that is complete to the form of the environment', () => {
  const call = construct('library-call', { library: GO, name: 'NewAuthorizerFromEnvironment' });
  const environment = { AZURE_CLIENT_ID: '1', AZURE_USERNAME: 'a@b.c', AZURE_PASSWORD: '$p' };
  expect(msrestazure.read(call, surroundings(environment))).toBeUndefined();
});
