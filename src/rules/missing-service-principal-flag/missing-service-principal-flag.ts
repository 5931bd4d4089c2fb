//! An application's id and secret are handed over as a user's name and password.

import type { ResolvedSignIn } from '../../domain/model.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Remark } from '../../domain/sign-in.ts';
import { conductsOf } from '../../enforcement/conduct.ts';
import { remedy } from '../../enforcement/remedies.ts';
import { userFinding, whereabouts } from '../../enforcement/user-finding.ts';

export const missingServicePrincipalFlag: Rule = {
  id: 'missing-service-principal-flag',
  summary:
    'A sign-in that takes what looks like an application for a user, because a flag is missing.',
  check(model) {
    return conductsOf(model, it => applicationIn(it) !== undefined).flatMap(conduct => {
      const found = applicationIn(conduct.resolved);
      if (!found) return [];
      const { name, flag } = found;
      const clause = `${whereabouts(conduct)} lacks \`${flag}\`, so it takes the application \`${name}\` for a user with a password`;
      return [userFinding(conduct, { clause, fixes: [remedy(`Add \`${flag}\``)] })];
    });
  },
};

type Application = Remark & { readonly kind: 'looks-like-application' };

const isApplication = (remark: Remark): remark is Application =>
  remark.kind === 'looks-like-application';

const applicationIn = ({ signIn }: ResolvedSignIn): Application | undefined =>
  signIn.identity === 'user-password' ? signIn.remarks.find(isApplication) : undefined;
