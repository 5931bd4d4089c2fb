//! The judgement itself: what becomes of an operation under mandatory multi-factor authentication.

import type { Severity, Verdict } from '../domain/finding.ts';
import type { Reach } from '../domain/model.ts';
import type { Audience, Cloud, Effect } from '../domain/operation.ts';
import type { IdentityKind } from '../domain/sign-in.ts';
import { phaseOf } from './phases.ts';
import { CLOUDS, STANDINGS } from './scope.ts';

export interface Question {
  readonly identity: IdentityKind;
  /** `not-visible`: nothing that is done with the identity was found. */
  readonly effect: Effect | 'not-visible';
  readonly audience: Audience;
  readonly cloud: Cloud;
  readonly reach: Reach;
  /** A POST request: whether those are refused is not documented. */
  readonly isAction?: true;
}

export function judge(question: Question): Verdict {
  switch (STANDINGS[question.identity]) {
    case 'workload':
      return 'ready';
    case 'nobody':
      return 'out-of-scope';
    case 'anyone':
      return question.identity === 'ambient' ? 'at-risk' : 'undecided';
    case 'person':
      return judgePerson(question);
  }
}

function judgePerson(question: Question): Verdict {
  const { identity, effect, audience, cloud, reach } = question;
  // Whatever it is for, and in whichever cloud: nobody is there to sign in.
  if (waitsForSomebody(identity) && reach !== 'manual') return 'breaks';
  const { isEnforced } = CLOUDS[cloud];
  if (isEnforced === false) return 'out-of-scope';
  const phase = phaseOf(audience);
  if (!phase) return audience === 'unknown' ? 'at-risk' : 'out-of-scope';
  if (reach === 'manual' || isEnforced === undefined) return 'at-risk';
  if (!phase.effects) return 'breaks';
  // Whoever made the session may have passed multi-factor authentication then; it lasts until it expires.
  if (identity === 'user-cached' || effect === 'not-visible') return 'at-risk';
  if (question.isAction) return 'at-risk';
  return effect === 'unknown' || phase.effects.includes(effect) ? 'breaks' : 'at-risk';
}

export const waitsForSomebody = (identity: IdentityKind): boolean =>
  identity === 'user-device-code' || identity === 'user-interactive';

export function severityOf(verdict: Verdict, reach: Reach): Severity {
  switch (verdict) {
    case 'breaks':
      return reach === 'manual' ? 'notice' : 'error';
    case 'at-risk':
      return reach === 'manual' ? 'notice' : 'warning';
    case 'out-of-scope':
    case 'undecided':
    case 'ready':
      return 'notice';
  }
}

const WORST_FIRST: readonly Verdict[] = ['breaks', 'at-risk', 'undecided', 'out-of-scope', 'ready'];

/** Smaller is worse. */
export const rankOf = (verdict: Verdict): number => WORST_FIRST.indexOf(verdict);
