//! A run signs in as a user with a password, which can never pass multi-factor authentication.

import type { ResolvedSignIn } from '../../domain/model.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Remark } from '../../domain/sign-in.ts';
import { conductsOf } from '../../enforcement/conduct.ts';
import { userFinding } from '../../enforcement/user-finding.ts';

export const userPasswordSignIn: Rule = {
  id: 'user-password-sign-in',
  summary:
    'A sign-in as a user with a password, which mandatory multi-factor authentication stops.',
  check: model => conductsOf(model, isPasswordSignIn).map(it => userFinding(it)),
};

/** These have a rule of their own: kept credentials, a browser that a program drives, a name that is an application's. */
const OF_OTHERS: ReadonlySet<Remark['kind']> = new Set([
  'kept',
  'typed-in-browser',
  'looks-like-application',
]);

const isPasswordSignIn = ({ signIn: { identity, remarks } }: ResolvedSignIn): boolean =>
  identity === 'user-password' && !remarks.some(it => OF_OTHERS.has(it.kind));
