//! The finding about a person's sign-in: one for each place, with what follows from it.

import type { Fix } from '../domain/finding.ts';
import type { DraftFinding } from '../domain/rule.ts';
import type { Conduct } from './conduct.ts';
import { becauseOf, consequenceOf } from './consequence.ts';
import { severityOf } from './judge.ts';
import { identityName, namesOf } from './names.ts';
import { remediesFor } from './remedies.ts';

export interface Wording {
  /** Who signs in, and how: "`az login` in job `deploy` signs in as a user with a password". */
  readonly clause?: string;
  readonly fixes?: readonly Fix[];
}

export function userFinding(conduct: Conduct, { clause, fixes }: Wording = {}): DraftFinding {
  const { resolved, verdict, reach, confidence } = conduct;
  const subject =
    clause ?? `${whereabouts(conduct)} signs in as ${identityName(resolved.signIn.identity)}`;
  return {
    severity: severityOf(verdict, reach),
    verdict,
    message: `${subject}; ${consequenceOf(conduct)}`,
    at: resolved.signIn.at,
    because: becauseOf(conduct),
    confidence,
    fixes: fixes ?? remediesFor(reach),
  };
}

/** "`az login` in job `deploy`". */
export const whereabouts = (conduct: Conduct): string =>
  `${conduct.resolved.title} in ${holderOf(conduct)}`;

/** "job `deploy`"; with the pipeline that deploys it where it runs on its own. */
export function holderOf({ resolved, entryPoints, deployer }: Conduct): string {
  const { path } = resolved.signIn.at;
  const deployed = deployer ? `, which ${namesOf([deployer], path)} deploys,` : '';
  return `${namesOf(entryPoints, path)}${deployed}`;
}
