//! A Conditional Access policy that leaves some users out: mandatory multi-factor authentication does not.
//! Source: https://learn.microsoft.com/entra/identity/authentication/concept-mandatory-multifactor-authentication#accounts

import type { Exclusion, MfaPolicy } from '../../domain/directory.ts';
import type { ResolvedChange } from '../../domain/model.ts';
import type { DraftFinding, Rule } from '../../domain/rule.ts';
import { placeKey } from '../../enforcement/places.ts';
import { remedy } from '../../enforcement/remedies.ts';

export const conditionalAccessExclusion: Rule = {
  id: 'conditional-access-exclusion',
  summary:
    'A Conditional Access policy leaves users out of multi-factor authentication, which is mandatory for them all the same.',
  check(model) {
    const findings = new Map<string, DraftFinding>();
    for (const resolved of model.directory) {
      const { change } = resolved;
      if (change.kind !== 'mfa-policy' || change.isOff || change.leavesOut.length === 0) continue;
      findings.set(placeKey(change.at), findingOf(change, resolved));
    }
    return findings.values();
  },
};

const findingOf = (policy: MfaPolicy, { chain }: ResolvedChange): DraftFinding => ({
  severity: 'notice',
  verdict: 'at-risk',
  message: `${policy.title} leaves out ${wordsOf(policy.leavesOut)}, and shelters nobody: mandatory multi-factor authentication applies besides every policy, the strictest wins, and a service account among them still stops at its first change to Azure`,
  at: policy.at,
  because: chain,
  confidence: 'certain',
  fixes: [
    remedy('Replace service accounts that are left out with workload identities'),
    remedy('Give emergency accounts a passkey or a certificate to sign in with'),
  ],
});

/** "users, groups and roles". */
function wordsOf(exclusions: readonly Exclusion[]): string {
  const last = exclusions.at(-1) ?? '';
  return exclusions.length < 2 ? last : `${exclusions.slice(0, -1).join(', ')} and ${last}`;
}
