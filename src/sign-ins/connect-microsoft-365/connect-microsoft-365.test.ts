import { expect, it } from 'vitest';
import { command, shown, surroundings } from '../../../test/calls.ts';
import { connectMicrosoft365 } from './connect-microsoft-365.ts';

it.each([
  ['Connect-AzureAD -Credential "$c"', 'user-password'],
  ['Connect-MsolService', 'user-interactive'],
  ['Connect-ExchangeOnline -UserPrincipalName a@b.c -ShowBanner:False', 'user-interactive'],
  ['Connect-ExchangeOnline -Device', 'user-device-code'],
  ['Connect-ExchangeOnline -AppId 1 -CertificateThumbprint 2', 'service-principal-certificate'],
  ['Connect-ExchangeOnline -ManagedIdentity', 'managed-identity'],
  ['Connect-ExchangeOnline -ManagedIdentity:$x', 'unknown'],
  ['Connect-SPOService -Url https://x -Credential "$c"', 'user-password'],
  ['Connect-PnPOnline https://x -Interactive', 'user-interactive'],
  ['Connect-PnPOnline -Credentials "$c"', 'user-password'],
  ['Connect-PowerBIServiceAccount -ServicePrincipal -Credential "$c"', 'service-principal-secret'],
  ['Add-PowerAppsAccount -Username a -Password b', 'user-password'],
  ['Add-PowerAppsAccount $p', 'unknown'],
  ['Connect-MicrosoftTeams $p -Credential "$c"', 'unknown'],
  ['Connect-AzAccount', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(connectMicrosoft365.read(command(line), surroundings()))).toBe(expected);
});
