//! A user's name and password, kept where an app, a runbook or a tool finds them by itself.

import type { ResolvedSignIn } from '../../domain/model.ts';
import type { Rule } from '../../domain/rule.ts';
import { type Conduct, conductsOf } from '../../enforcement/conduct.ts';
import { holderOf, userFinding } from '../../enforcement/user-finding.ts';

export const storedUserCredentials: Rule = {
  id: 'stored-user-credentials',
  summary: "A user's name and password kept for something that runs without anybody.",
  check: model => conductsOf(model, isStored).map(it => userFinding(it, { clause: clauseOf(it) })),
};

const ASSET = 'automation-credential';
const SETTINGS = 'environment-credential';

const isStored = ({ signIn }: ResolvedSignIn): boolean =>
  signIn.identity === 'user-password' && (signIn.form === ASSET || signIn.form === SETTINGS);

function clauseOf(conduct: Conduct): string {
  const { form, covers } = conduct.resolved.signIn;
  const holder = holderOf(conduct);
  if (form === ASSET)
    return `the credential asset ${holder} keeps a user's name and password for runbooks`;
  const place =
    covers === 'this-call' ? `the environment in ${holder}` : `the app settings of ${holder}`;
  const verb = covers === 'this-call' ? 'holds' : 'hold';
  return `${place} ${verb} a user's name and password in \`AZURE_USERNAME\` and \`AZURE_PASSWORD\``;
}
