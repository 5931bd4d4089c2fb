//! A user's name and password, kept where an app, a runbook or a tool finds them by itself.

import type { ResolvedSignIn } from '../../domain/model.ts';
import type { Rule } from '../../domain/rule.ts';
import type { Remark } from '../../domain/sign-in.ts';
import { type Conduct, conductsOf } from '../../enforcement/conduct.ts';
import { holderOf, userFinding } from '../../enforcement/user-finding.ts';

export const storedUserCredentials: Rule = {
  id: 'stored-user-credentials',
  summary: "A user's name and password kept for something that runs without anybody.",
  check: model =>
    conductsOf(model, it => keptIn(it) !== undefined).map(it =>
      userFinding(it, { clause: clauseOf(it) }),
    ),
};

type Kept = Remark & { readonly kind: 'kept' };

const isKept = (remark: Remark): remark is Kept => remark.kind === 'kept';

const keptIn = ({ signIn }: ResolvedSignIn): Kept | undefined =>
  signIn.identity === 'user-password' ? signIn.remarks.find(isKept) : undefined;

const VARIABLES = "a user's name and password in `AZURE_USERNAME` and `AZURE_PASSWORD`";

function clauseOf(conduct: Conduct): string {
  const holder = holderOf(conduct);
  switch (keptIn(conduct.resolved)?.where) {
    case 'asset':
      return `the credential asset ${holder} keeps a user's name and password for runbooks`;
    case 'environment':
      return `the environment in ${holder} holds ${VARIABLES}`;
    case 'settings':
    case undefined:
      return `the app settings of ${holder} hold ${VARIABLES}`;
  }
}
