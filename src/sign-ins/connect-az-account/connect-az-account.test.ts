//! Command lines of `Connect-AzAccount`, and whom they sign in.

import { expect, it } from 'vitest';
import { command, shown } from '../../../test/calls.ts';
import { connectAzAccount } from './connect-az-account.ts';

const read = (line: string) =>
  connectAzAccount.read(command(line), { environment: () => ({ kind: 'absent' }), isClosed: true });

it.each([
  ['Connect-AzAccount', 'user-interactive'],
  ['Az.Accounts\\Connect-AzAccount -Tenant 1', 'user-interactive'],
  ['login-azurermaccount -SubscriptionName x', 'user-interactive'],
  ['Connect-AzAccount -UseDeviceAuthentication', 'user-device-code'],
  ['Connect-AzAccount -U -T 1', 'user-device-code'],
  ['Connect-AzAccount -UseDeviceAuthentication:False', 'user-interactive'],
  ['Connect-AzAccount -Credential "$c"', 'user-password'],
  ['Connect-AzAccount –cred "$c" -ServicePrincipal:False', 'user-password'],
  ['Connect-AzAccount -Credential "$clientId"', 'user-password looks-like-application'],
  ['Connect-AzAccount -Credential "$c" -ServicePrin -Ten 1', 'service-principal-secret'],
  ['Connect-AzAccount -ServicePrincipal:$x -Credential "$c"', 'unknown'],
  [
    'Connect-AzAccount -CertificateThumbprint "$t" -ApplicationId 1',
    'service-principal-certificate',
  ],
  ['Connect-AzAccount -CertificatePat x -Ap 1', 'service-principal-certificate'],
  ['Connect-AzAccount -ServicePrincipal -Cli "$t" -Ap 1', 'service-principal-federated'],
  ['Connect-AzAccount -Identity', 'managed-identity'],
  ['Connect-AzAccount -MSI -AccountId 1', 'managed-identity'],
  ['Connect-AzAccount -Identity:$x', 'unknown'],
  ['Connect-AzAccount -AccessToken "$t" -AccountId 1', 'unknown'],
  ['Connect-AzAccount -ApplicationId 1 -Tenant 2', 'none usage-error'],
  ['Connect-AzAccount -C "$c"', 'none usage-error'],
  ['Connect-AzAccount -A 1', 'none usage-error'],
  ['Connect-AzAccount $p', 'unknown'],
  ['Connect-AzAccount $p -Credential "$c"', 'unknown'],
  ['Connect-AzAccount $p -Identity', 'managed-identity'],
  ['Connect-AzAccount -WhatIf', 'nothing'],
  ['Add-AzureAccount', 'user-interactive'],
  ['Add-AzureAccount -Credential "$c"', 'user-password'],
  ['Add-AzureAccount $p', 'unknown'],
  ['Set-AzContext', 'nothing'],
])('%s', (line, expected) => {
  expect(shown(read(line))).toBe(expected);
});

it('opens Azure PowerShell for the job, in the tenant and cloud it names', () => {
  const line =
    'Connect-AzAccount -Identity -AccountId 1 -TenantId 2 -Environment AzureUSGovernment';
  expect(read(line)).toMatchObject({
    clientId: { value: '1' },
    tenantId: { value: '2' },
    covers: 'rest-of-job',
    opens: ['azure-powershell'],
    cloud: 'us-government',
  });
});
