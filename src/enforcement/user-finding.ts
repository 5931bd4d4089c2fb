//! The finding about a person's sign-in: one for each place, with what follows from it.

import type { Fix } from '../domain/finding.ts';
import type { ResolvedSignIn } from '../domain/model.ts';
import type { DraftFinding } from '../domain/rule.ts';
import type { Conduct } from './conduct.ts';
import { becauseOf, consequenceOf } from './consequence.ts';
import { severityOf } from './judge.ts';
import { identityName, signInAt } from './names.ts';
import { remediesFor } from './remedies.ts';

export interface Wording {
  /** Who signs in, and how: "`az login` in job `deploy` signs in as a user with a password". */
  readonly clause?: string;
  readonly fixes?: readonly Fix[];
}

export function userFinding(
  resolved: ResolvedSignIn,
  conduct: Conduct,
  { clause, fixes }: Wording = {},
): DraftFinding {
  const { verdict, reach, confidence } = conduct;
  const subject =
    clause ?? `${signInAt(resolved)} signs in as ${identityName(resolved.signIn.identity)}`;
  return {
    severity: severityOf(verdict, reach),
    verdict,
    message: `${subject}; ${consequenceOf(resolved, conduct)}`,
    at: resolved.signIn.at,
    because: becauseOf(resolved, conduct),
    confidence,
    fixes: fixes ?? remediesFor(resolved.reach),
  };
}
