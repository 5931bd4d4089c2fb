//! An application's id and secret are handed over as a user's name and password.

import type { ResolvedSignIn } from '../../domain/model.ts';
import type { Rule } from '../../domain/rule.ts';
import { conductOf } from '../../enforcement/conduct.ts';
import { signInAt } from '../../enforcement/names.ts';
import { remedy } from '../../enforcement/remedies.ts';
import { userFinding } from '../../enforcement/user-finding.ts';

export const missingServicePrincipalFlag: Rule = {
  id: 'missing-service-principal-flag',
  summary:
    'A sign-in that takes what looks like an application for a user, because a flag is missing.',
  check(model) {
    const conduct = conductOf(model);
    return model.signIns.flatMap(resolved => {
      const name = applicationIn(resolved);
      if (name === undefined) return [];
      const flag = flagOf(resolved);
      const clause = `${signInAt(resolved)} lacks \`${flag}\`, so it takes the application \`${name}\` for a user with a password`;
      const fixes = [remedy(`Add \`${flag}\``)];
      return [userFinding(resolved, conduct(resolved), { clause, fixes })];
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
