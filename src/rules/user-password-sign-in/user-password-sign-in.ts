//! A run signs in as a user with a password, which can never pass multi-factor authentication.

import type { ResolvedSignIn } from '../../domain/model.ts';
import type { Rule } from '../../domain/rule.ts';
import { conductsOf } from '../../enforcement/conduct.ts';
import { userFinding } from '../../enforcement/user-finding.ts';

export const userPasswordSignIn: Rule = {
  id: 'user-password-sign-in',
  summary:
    'A sign-in as a user with a password, which mandatory multi-factor authentication stops.',
  check: model => conductsOf(model, isPasswordSignIn).map(it => userFinding(it)),
};

/** Kept credentials have a rule of their own, `stored-user-credentials`, and so has a browser that a program drives. */
const OF_OTHERS: ReadonlySet<string> = new Set([
  'environment-credential',
  'automation-credential',
  'portal-robot',
]);

function isPasswordSignIn({ signIn }: ResolvedSignIn): boolean {
  const { identity, form, remarks } = signIn;
  // So has a name that is an application's: `missing-service-principal-flag`.
  const isApplication = remarks.some(it => it.kind === 'looks-like-application');
  return identity === 'user-password' && !OF_OTHERS.has(form) && !isApplication;
}
