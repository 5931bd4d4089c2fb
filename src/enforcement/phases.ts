//! Microsoft's mandatory multi-factor authentication as data: what each phase covers, and since when.
//! Source: https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication

import type { Audience, Effect } from '../domain/operation.ts';

export interface Phase {
  readonly number: 1 | 2;
  readonly audience: Audience;
  /** What it asks multi-factor authentication for; whatever is done, the sign-in included, when absent. */
  readonly effects?: readonly Effect[];
  readonly applications: readonly ClientApplication[];
  /** The last day that a tenant could put it off to, as ISO 8601. */
  readonly postponableUntil: string;
  readonly source: string;
}

/** What people sign in through. */
export interface ClientApplication {
  readonly name: string;
  /** `undefined` where whoever calls brings an application of its own. */
  readonly appId: string | undefined;
  /** As ISO 8601, as exact as Microsoft says. */
  readonly starts: string;
}

const MANDATORY_MFA =
  'https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication';

const PORTAL_APP = 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c';

const PHASE_2_STARTS = '2025-10-01';

export const PHASES: readonly Phase[] = [
  {
    number: 1,
    audience: 'portal',
    applications: [
      { name: 'Azure portal', appId: PORTAL_APP, starts: '2024-10' },
      { name: 'Microsoft Entra admin center', appId: PORTAL_APP, starts: '2024-10' },
      { name: 'Microsoft Intune admin center', appId: PORTAL_APP, starts: '2024-10' },
      { name: 'Microsoft 365 admin center', appId: undefined, starts: '2025-02' },
    ],
    postponableUntil: '2025-09-30',
    source: MANDATORY_MFA,
  },
  {
    // Enforced by Azure Resource Manager itself, by a policy that Microsoft assigns: signing in and reading still work.
    // Source: https://learn.microsoft.com/azure/governance/policy/tutorials/mfa-enforcement
    number: 2,
    audience: 'arm',
    effects: ['write'],
    applications: [
      {
        name: 'Azure CLI',
        appId: '04b07795-8ddb-461a-bbee-02f9e1bf7b46',
        starts: PHASE_2_STARTS,
      },
      {
        name: 'Azure PowerShell',
        appId: '1950a258-227b-4e31-a9cf-717495945fc2',
        starts: PHASE_2_STARTS,
      },
      {
        name: 'Azure mobile app',
        appId: '0c1307d4-29d6-4389-a11c-5cbe7f65d7fa',
        starts: PHASE_2_STARTS,
      },
      // Those of the Azure CLI and Azure PowerShell, whose sessions they take.
      { name: 'infrastructure as code', appId: undefined, starts: PHASE_2_STARTS },
      { name: 'REST API of the control plane', appId: undefined, starts: PHASE_2_STARTS },
      { name: 'Azure SDK', appId: undefined, starts: PHASE_2_STARTS },
    ],
    postponableUntil: '2026-07-01',
    source: MANDATORY_MFA,
  },
];

/** `undefined` when no phase covers it. */
export const phaseOf = (audience: Audience): Phase | undefined =>
  PHASES.find(phase => phase.audience === audience);
