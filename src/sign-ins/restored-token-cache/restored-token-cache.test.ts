//! Paths that hold a session, and commands that put something there.

import { expect, it } from 'vitest';
import { command, component, construct, shown, surroundings } from '../../../test/calls.ts';
import { cachedSession } from './cached-session.ts';
import { restoredTokenCache } from './restored-token-cache.ts';

it.each([
  ['~/.azure', 'azure-cli user-cached'],
  ['/root/.azure/', 'azure-cli user-cached'],
  ['$HOME/.azure/*', 'azure-cli user-cached'],
  ['/home/vsts/.azure', 'azure-cli user-cached'],
  ['$env:USERPROFILE\\.azure', 'azure-cli user-cached'],
  ['C:\\Users\\svc\\.Azure', 'azure-powershell user-cached'],
  ['${AZURE_CONFIG_DIR}', 'azure-cli user-cached'],
  ['$DIR/.azure/msal_token_cache.bin', 'azure-cli user-cached'],
  ['~/.azure/accessTokens.json', 'azure-cli user-cached'],
  ['~/.azure/service_principal_entries.json', 'azure-cli service-principal-secret'],
  ['~/.Azure/AzureRmContext.json', 'azure-powershell user-cached'],
  ['~/.azure/azureProfile.json', undefined],
  ['~/.azure/cliextensions', undefined],
  ['.azure', undefined],
  ['/app/.azure', undefined],
  ['./.azure/dev/.env', undefined],
  ['/tmp/msal_token_cache.json', undefined],
  ['~/.azurite', undefined],
])('%s: %s', (path, expected) => {
  const found = cachedSession(path);
  expect(found && `${found.session} ${found.identity}`).toBe(expected);
});

it.each([
  ['cp -r x/.azure ~/', 'user-cached'],
  ['cp a/accessTokens.json b/azureProfile.json ~/.azure', 'user-cached'],
  ['cp a/azureProfile.json b/accessTokens.json ~/.azure', 'user-cached'],
  ['ln -s /mnt/azure ~/.azure', 'user-cached'],
  ['unzip -o x.zip -d ~/.azure', 'user-cached'],
  ['curl -sSLo ~/.azure/accessTokens.json https://x', 'user-cached'],
  ['gpg -d -o ~/.azure/accessTokens.json x.gpg', 'user-cached'],
  ['tee ~/.azure/accessTokens.json', 'user-cached'],
  ['Expand-Archive x.zip -DestinationPath ~\\.azure', 'user-cached'],
  ['tar czf x.tgz -C ~/.azure .', 'nothing'],
  ['tar xzf x.tgz', 'nothing'],
  ['cp ~/.azure/accessTokens.json /tmp', 'nothing'],
  ['mv ~/.azure/accessTokens.json ~/.azure/old/accessTokens.json', 'nothing'],
  ['cp x.config ~/.azure/config', 'nothing'],
  ['cp config ~/.azure/', 'nothing'],
  ['ls ~/.azure', 'nothing'],
])('%s: %s', (line, expected) => {
  expect(shown(restoredTokenCache.read(command(line), surroundings()))).toBe(expected);
});

it.each([
  [component('actions/cache', { path: '~/.npm\n~/.azure\n' }), 'unknown'],
  [component('actions/cache', { path: '~/.azure/bin' }), 'nothing'],
  [component('actions/cache/save', { path: '~/.azure' }), 'nothing'],
  [
    construct('restored-files', { path: '/root/.azure', source: 'x', origin: 'host' }),
    'user-cached',
  ],
  [construct('restored-files', { path: '/root/.azure', source: 'x', origin: 'secret' }), 'unknown'],
  [
    construct('restored-files', {
      path: '/root/.azure/msal_token_cache.json',
      source: 'x',
      origin: 'secret',
    }),
    'user-cached',
  ],
  [construct('app-settings', { path: '/root/.azure' }), 'nothing'],
])('%o: %s', (call, expected) => {
  expect(shown(restoredTokenCache.read(call, surroundings()))).toBe(expected);
});
