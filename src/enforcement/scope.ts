//! Who is in the scope of mandatory multi-factor authentication, in which clouds, at whose interface.
//! Source: https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication#accounts

import type { Audience, Cloud } from '../domain/operation.ts';
import type { IdentityKind } from '../domain/sign-in.ts';

export type Standing =
  /** Covered: service accounts that are users, guests and emergency accounts too. */
  | 'person'
  /** Exempt in every phase. */
  | 'workload'
  /** No Entra identity at all. */
  | 'nobody'
  /** It may be anyone. */
  | 'anyone';

export const STANDINGS: Readonly<Record<IdentityKind, Standing>> = {
  'user-password': 'person',
  'user-device-code': 'person',
  'user-interactive': 'person',
  'user-cached': 'person',
  ambient: 'anyone',
  'service-principal-secret': 'workload',
  'service-principal-certificate': 'workload',
  'service-principal-federated': 'workload',
  'managed-identity': 'workload',
  none: 'nobody',
  unknown: 'anyone',
};

export interface CloudScope {
  readonly name: string;
  /** `undefined` when it cannot be known which cloud it is. */
  readonly isEnforced: boolean | undefined;
}

export const CLOUDS: Readonly<Record<Cloud, CloudScope>> = {
  public: { name: 'Azure', isEnforced: true },
  'us-government': { name: 'Azure Government', isEnforced: false },
  china: { name: 'Azure operated by 21Vianet', isEnforced: false },
  // Closed in 2021: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
  germany: { name: 'Azure Germany', isEnforced: false },
  unknown: { name: 'a cloud that is not known', isEnforced: undefined },
};

/**
 * What people call an interface. Of them only Azure Resource Manager and the portals are covered; users need not pass
 * multi-factor authentication for "other applications, websites, or services hosted on Azure", as the source says.
 */
export const AUDIENCES: Readonly<Record<Audience, string>> = {
  arm: 'Azure Resource Manager',
  portal: 'the portal',
  'microsoft-graph': 'Microsoft Graph',
  'azure-devops': 'Azure DevOps',
  'key-vault': 'the contents of Key Vault',
  storage: 'the contents of storage accounts',
  sql: 'Azure SQL',
  'container-registry': 'container registries',
  kubernetes: 'Kubernetes clusters',
  'power-platform': 'Power Platform',
  'microsoft-365': 'Microsoft 365',
  other: 'this service',
  unknown: 'a service that is not known',
};
