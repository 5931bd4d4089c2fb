//! Cmdlets that sign in to Microsoft 365, its directory and its Power Platform, and the parameters that tell who it is.
//! Sources: https://learn.microsoft.com/powershell/module/exchange/connect-exchangeonline,
//! https://learn.microsoft.com/powershell/module/teams/connect-microsoftteams,
//! https://learn.microsoft.com/powershell/module/sharepoint-online/connect-sposervice,
//! https://pnp.github.io/powershell/cmdlets/Connect-PnPOnline.html,
//! https://learn.microsoft.com/powershell/module/microsoftpowerbimgmt.profile/connect-powerbiserviceaccount,
//! https://learn.microsoft.com/powershell/powerapps/get-started-powerapps-admin

import type { Audience } from '../../domain/operation.ts';
import type { IdentityKind } from '../../domain/sign-in.ts';

export interface Service {
  /** Lower case. */
  readonly names: readonly string[];
  readonly session: string;
  readonly audience: Audience;
  /** As `cmdletParameters` takes them: only those that matter. */
  readonly parameters: readonly string[];
  /** The first of which a parameter is given. */
  readonly ways: readonly (readonly [parameter: string, identity: IdentityKind])[];
  /** With none of them. */
  readonly otherwise: IdentityKind;
}

const DEVICE = 'user-device-code';
const PASSWORD = 'user-password';
const SECRET = 'service-principal-secret';
const CERTIFICATE = 'service-principal-certificate';
const MANAGED = 'managed-identity';

export const SERVICES: readonly Service[] = [
  {
    names: ['connect-azuread'],
    session: 'azure-ad',
    audience: 'microsoft-graph',
    parameters: [
      'AadAccessToken',
      'AccountId',
      'ApplicationId',
      'CertificateThumbprint',
      'Credential',
      'TenantId',
    ],
    ways: [
      ['AadAccessToken', 'unknown'],
      ['CertificateThumbprint', CERTIFICATE],
      ['Credential', PASSWORD],
    ],
    otherwise: 'user-interactive',
  },
  {
    names: ['connect-msolservice'],
    session: 'msonline',
    audience: 'microsoft-graph',
    parameters: ['AdGraphAccessToken', 'Credential', 'MsGraphAccessToken'],
    ways: [
      ['AdGraphAccessToken', 'unknown'],
      ['MsGraphAccessToken', 'unknown'],
      ['Credential', PASSWORD],
    ],
    otherwise: 'user-interactive',
  },
  {
    names: ['connect-exchangeonline', 'connect-ippssession'],
    session: 'exchange-online',
    audience: 'microsoft-365',
    parameters: [
      'AccessToken',
      'AppId',
      'Certificate',
      'CertificateFilePath',
      'CertificateThumbprint',
      'Credential',
      '!Device',
      '!InlineCredential',
      '!ManagedIdentity',
      'ManagedIdentityAccountId',
      'Organization',
      'UserPrincipalName',
      '!ShowBanner',
    ],
    ways: [
      ['ManagedIdentity', MANAGED],
      ['AccessToken', 'unknown'],
      ['CertificateThumbprint', CERTIFICATE],
      ['CertificateFilePath', CERTIFICATE],
      ['Certificate', CERTIFICATE],
      ['Credential', PASSWORD],
      ['InlineCredential', PASSWORD],
      ['Device', DEVICE],
    ],
    otherwise: 'user-interactive',
  },
  {
    names: ['connect-microsoftteams'],
    session: 'microsoft-teams',
    audience: 'microsoft-365',
    parameters: [
      'AccessTokens',
      'ApplicationId',
      'Certificate',
      'CertificateThumbprint',
      'Credential',
      '!Identity',
      'TenantId',
      '!UseDeviceAuthentication',
    ],
    ways: [
      ['Identity', MANAGED],
      ['AccessTokens', 'unknown'],
      ['CertificateThumbprint', CERTIFICATE],
      ['Certificate', CERTIFICATE],
      ['Credential', PASSWORD],
      ['UseDeviceAuthentication', DEVICE],
    ],
    otherwise: 'user-interactive',
  },
  {
    names: ['connect-sposervice'],
    session: 'sharepoint',
    audience: 'microsoft-365',
    parameters: [
      'Certificate',
      'CertificatePath',
      'CertificateThumbprint',
      'ClientId',
      'Credential',
      '!ManagedIdentity',
      'ManagedIdentityClientId',
      'TenantId',
      'Url',
    ],
    ways: [
      ['ManagedIdentity', MANAGED],
      ['CertificateThumbprint', CERTIFICATE],
      ['CertificatePath', CERTIFICATE],
      ['Certificate', CERTIFICATE],
      ['Credential', PASSWORD],
    ],
    otherwise: 'user-interactive',
  },
  {
    names: ['connect-pnponline'],
    session: 'pnp',
    audience: 'microsoft-365',
    parameters: [
      'AccessToken',
      '!AzureADWorkloadIdentity',
      'CertificateBase64Encoded',
      'CertificatePath',
      'ClientId ApplicationId',
      'ClientSecret AppSecret',
      'Credentials',
      '!CurrentCredentials',
      '!DeviceLogin PnPManagementShell LaunchBrowser',
      '!EnvironmentVariable',
      '!FederatedIdentity',
      '!Interactive',
      '!ManagedIdentity',
      '!OSLogin',
      'Tenant',
      'Thumbprint CertificateThumbprint',
      'Url',
      '!UseWebLogin',
    ],
    ways: [
      ['ManagedIdentity', MANAGED],
      ['AzureADWorkloadIdentity', 'service-principal-federated'],
      ['FederatedIdentity', 'service-principal-federated'],
      ['AccessToken', 'unknown'],
      ['EnvironmentVariable', 'unknown'],
      ['ClientSecret', SECRET],
      ['Thumbprint', CERTIFICATE],
      ['CertificatePath', CERTIFICATE],
      ['CertificateBase64Encoded', CERTIFICATE],
      ['Credentials', PASSWORD],
      ['DeviceLogin', DEVICE],
      ['CurrentCredentials', 'user-interactive'],
      ['OSLogin', 'user-interactive'],
      ['UseWebLogin', 'user-interactive'],
      ['Interactive', 'user-interactive'],
    ],
    // A default that the machine keeps may stand in for all of it.
    otherwise: 'unknown',
  },
  {
    names: ['connect-powerbiserviceaccount', 'login-powerbiserviceaccount', 'login-powerbi'],
    session: 'power-bi',
    audience: 'power-platform',
    parameters: [
      'ApplicationId',
      'CertificateThumbprint',
      'Credential',
      'Environment',
      '!ServicePrincipal',
      'Tenant TenantId',
      'Token',
    ],
    ways: [
      ['Token', 'unknown'],
      ['CertificateThumbprint', CERTIFICATE],
      ['ServicePrincipal', SECRET],
      ['Credential', PASSWORD],
    ],
    otherwise: 'user-interactive',
  },
  {
    names: ['add-powerappsaccount'],
    session: 'power-apps',
    audience: 'power-platform',
    parameters: [
      'ApplicationId',
      'CertificateThumbprint',
      'ClientSecret',
      'Endpoint',
      'Password',
      'TenantID',
      'Username',
    ],
    ways: [
      ['ClientSecret', SECRET],
      ['CertificateThumbprint', CERTIFICATE],
      ['Password', PASSWORD],
      ['Username', PASSWORD],
    ],
    otherwise: 'user-interactive',
  },
];
