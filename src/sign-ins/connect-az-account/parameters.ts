//! The parameters of `Connect-AzAccount` and the names it goes by.
//! Sources: https://learn.microsoft.com/powershell/module/az.accounts/connect-azaccount,
//! https://github.com/Azure/azure-powershell/blob/main/src/Accounts/Accounts/Account/ConnectAzureRmAccount.cs

import { cmdletParameters } from '../../domain/cmdlet-line.ts';

/** Lower case. The AzureRM module is retired; its cmdlets take the same. */
export const NAMES: readonly string[] = [
  'connect-azaccount',
  'login-azaccount',
  'add-azaccount',
  'connect-azurermaccount',
  'login-azurermaccount',
  'add-azurermaccount',
];

/** The classic module knows users only. */
export const CLASSIC = 'add-azureaccount';

export const PARAMETERS = cmdletParameters([
  'AccessToken',
  'AccountId',
  'ApplicationId',
  'AuthScope AuthScopeTypeName',
  'CertificatePassword',
  'CertificatePath',
  'CertificateThumbprint',
  'ClaimsChallenge',
  'ContextName',
  'Credential',
  'DefaultProfile AzContext AzureRmContext AzureCredential',
  'Environment EnvironmentName',
  'FederatedToken ClientAssertion',
  '!Force',
  'GraphAccessToken',
  '!Identity MSI ManagedService',
  'KeyVaultAccessToken',
  'MaxContextPopulation',
  'MicrosoftGraphAccessToken',
  'Scope',
  '!SendCertificateChain',
  '!ServicePrincipal',
  '!SkipContextPopulation',
  '!SkipValidation',
  'Subscription SubscriptionName SubscriptionId',
  'Tenant Domain TenantId',
  '!UseDeviceAuthentication DeviceCode DeviceAuth Device',
]);

export const CLASSIC_PARAMETERS = cmdletParameters(['Credential', 'Environment', 'Tenant']);
