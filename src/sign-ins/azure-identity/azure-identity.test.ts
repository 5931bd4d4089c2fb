import { describe, expect, it } from 'vitest';
import { construct, type Given, shown, surroundings } from '../../../test/calls.ts';
import { environmentCredential } from '../environment-credential/environment-credential.ts';
import { azureIdentity } from './azure-identity.ts';

const PYTHON = 'azure.identity';
const DOTNET = 'Azure.Identity';
const JAVA = 'com.azure.identity';
const GO = 'github.com/Azure/azure-sdk-for-go/sdk/azidentity';

const call = (library: string, name: string, given: Given = {}) =>
  construct('library-call', { library, name, ...given });

it.each([
  [PYTHON, 'UsernamePasswordCredential', 'user-password'],
  ['azure.identity.aio', 'UsernamePasswordCredential', 'user-password'],
  [DOTNET, 'UsernamePasswordCredential', 'user-password'],
  ['@azure/identity', 'UsernamePasswordCredential', 'user-password'],
  [JAVA, 'UsernamePasswordCredentialBuilder.build', 'user-password'],
  [GO, 'NewUsernamePasswordCredential', 'user-password'],
  [PYTHON, 'DeviceCodeCredential', 'user-device-code'],
  [GO, 'NewInteractiveBrowserCredential', 'user-interactive'],
  [JAVA, 'IntelliJCredentialBuilder.build', 'user-cached'],
  [GO, 'NewAzureCLICredential', 'ambient'],
  [DOTNET, 'AzurePowerShellCredential', 'ambient'],
  [PYTHON, 'ClientSecretCredential', 'service-principal-secret'],
  [PYTHON, 'CertificateCredential', 'service-principal-certificate'],
  [GO, 'NewWorkloadIdentityCredential', 'service-principal-federated'],
  [DOTNET, 'ManagedIdentityCredential', 'managed-identity'],
  [DOTNET, 'OnBehalfOfCredential', 'unknown'],
  [PYTHON, 'DefaultAzureCredential', 'ambient'],
  [JAVA, 'UsernamePasswordCredentialBuilder.username', 'nothing'],
  [PYTHON, 'ChainedTokenCredential', 'nothing'],
  ['azure.identitymodels', 'UsernamePasswordCredential', 'nothing'],
  ['cassandra', 'UsernamePasswordCredential', 'nothing'],
])('%s %s: %s', (library, name, expected) => {
  expect(shown(azureIdentity.read(call(library, name), surroundings()))).toBe(expected);
});

it('knows a class that may come from several namespaces', () => {
  const several = construct('library-call', {
    library: `System.Net ${DOTNET}`,
    name: 'DeviceCodeCredential',
  });
  expect(shown(azureIdentity.read(several, surroundings()))).toBe('user-device-code');
});

const USER = { AZURE_CLIENT_ID: '1', AZURE_USERNAME: 'svc@contoso.com', AZURE_PASSWORD: '$p' };
const PRINCIPAL = { AZURE_CLIENT_ID: '1', AZURE_TENANT_ID: '2', AZURE_CLIENT_SECRET: '$s' };
const FEDERATED = {
  AZURE_CLIENT_ID: '1',
  AZURE_TENANT_ID: '2',
  AZURE_FEDERATED_TOKEN_FILE: '/t',
};

describe('the chain and the environment', () => {
  it.each<[string, Given, Given, string, string]>([
    ['DefaultAzureCredential', {}, USER, 'nothing', 'user-password kept'],
    ['EnvironmentCredential', {}, USER, 'nothing', 'user-password kept'],
    ['NewDefaultAzureCredential', {}, USER, 'nothing', 'user-password kept'],
    ['DefaultAzureCredential', {}, PRINCIPAL, 'nothing', 'service-principal-secret kept'],
    ['DefaultAzureCredential', {}, FEDERATED, 'service-principal-federated', 'nothing'],
    [
      'DefaultAzureCredential',
      { exclude_environment_credential: 'True' },
      USER,
      'ambient',
      'nothing',
    ],
    ['EnvironmentCredential', {}, {}, 'unknown', 'nothing'],
    [
      'DefaultAzureCredential',
      {},
      { AZURE_TOKEN_CREDENTIALS: 'prod' },
      'managed-identity',
      'nothing',
    ],
    [
      'DefaultAzureCredential',
      {},
      { AZURE_TOKEN_CREDENTIALS: 'dev', ...USER },
      'ambient',
      'nothing',
    ],
    [
      'DefaultAzureCredential',
      {},
      { AZURE_TOKEN_CREDENTIALS: 'InteractiveBrowserCredential' },
      'user-interactive',
      'nothing',
    ],
    ['AzureCliCredential', {}, USER, 'ambient', 'nothing'],
  ])('%s %o in %o: %s, %s', (name, given, environment, own, stored) => {
    const library = name.startsWith('New') ? GO : PYTHON;
    const made = call(library, name, given);
    const around = surroundings(environment);
    expect(shown(azureIdentity.read(made, around))).toBe(own);
    expect(shown(environmentCredential.read(made, around))).toBe(stored);
  });
});

it('says where the password stands, for which tenant and in which cloud', () => {
  const made = call(PYTHON, 'UsernamePasswordCredential', {
    0: '1111',
    1: 'svc@contoso.com',
    password: '$p',
    tenant_id: 'contoso.com',
    authority: '$AzureAuthorityHosts.AZURE_GOVERNMENT',
  });
  expect(azureIdentity.read(made, surroundings())).toMatchObject({
    tenantId: { value: 'contoso.com' },
    secretAt: { end: 2 },
    cloud: 'us-government',
    audience: 'unknown',
    takes: [],
  });
});

it('takes the session of the tool it names', () => {
  const made = call(PYTHON, 'AzureDeveloperCliCredential');
  expect(azureIdentity.read(made, surroundings())?.takes).toEqual(['azd']);
});
