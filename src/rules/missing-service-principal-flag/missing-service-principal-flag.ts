//! An application's id and secret are handed over as a user's name and password.

import type { ResolvedSignIn } from '../../domain/model.ts';
import type { Rule } from '../../domain/rule.ts';
import { conductsOf } from '../../enforcement/conduct.ts';
import { remedy } from '../../enforcement/remedies.ts';
import { userFinding, whereabouts } from '../../enforcement/user-finding.ts';

export const missingServicePrincipalFlag: Rule = {
  id: 'missing-service-principal-flag',
  summary:
    'A sign-in that takes what looks like an application for a user, because a flag is missing.',
  check(model) {
    return conductsOf(model, it => applicationIn(it) !== undefined).map(conduct => {
      const name = applicationIn(conduct.resolved) ?? '';
      const flag = flagOf(conduct.resolved);
      const clause = `${whereabouts(conduct)} lacks \`${flag}\`, so it takes the application \`${name}\` for a user with a password`;
      return userFinding(conduct, { clause, fixes: [remedy(`Add \`${flag}\``)] });
    });
  },
};

function applicationIn({ signIn }: ResolvedSignIn): string | undefined {
  if (signIn.identity !== 'user-password') return undefined;
  const remark = signIn.remarks.find(it => it.kind === 'looks-like-application');
  return remark?.kind === 'looks-like-application' ? remark.name : undefined;
}

/** PowerShell's cmdlets spell it their way. */
const flagOf = ({ signIn }: ResolvedSignIn): string =>
  signIn.form.startsWith('connect-') ? '-ServicePrincipal' : '--service-principal';
