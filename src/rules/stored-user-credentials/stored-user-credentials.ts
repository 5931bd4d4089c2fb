//! A user's name and password, kept where an app, a runbook or a tool finds them by itself.

import type { Reach, ResolvedSignIn } from '../../domain/model.ts';
import type { Rule } from '../../domain/rule.ts';
import { conductOf } from '../../enforcement/conduct.ts';
import { namesOf } from '../../enforcement/names.ts';
import { remediesFor } from '../../enforcement/remedies.ts';
import { userFinding } from '../../enforcement/user-finding.ts';

export const storedUserCredentials: Rule = {
  id: 'stored-user-credentials',
  summary: "A user's name and password kept for something that runs without anybody.",
  check(model) {
    const conduct = conductOf(model);
    return model.signIns.filter(isStored).map(resolved => {
      const kept = unattended(resolved);
      return userFinding(kept, conduct(kept), {
        clause: clauseOf(resolved),
        fixes: remediesFor(kept.reach),
      });
    });
  },
};

const ASSET = 'automation-credential';
const SETTINGS = 'environment-credential';

const isStored = ({ signIn }: ResolvedSignIn): boolean =>
  signIn.identity === 'user-password' && (signIn.form === ASSET || signIn.form === SETTINGS);

/** Whoever creates it by hand, it is used where nobody is. */
function unattended(resolved: ResolvedSignIn): ResolvedSignIn {
  const reach: Reach = resolved.signIn.covers === 'this-call' ? resolved.reach : 'automation';
  return { ...resolved, reach };
}

function clauseOf({ signIn, entryPoints }: ResolvedSignIn): string {
  if (signIn.form === ASSET)
    return "this credential asset keeps a user's name and password for runbooks";
  const place =
    signIn.covers === 'this-call'
      ? `the environment in ${namesOf(entryPoints, signIn.at.path)}`
      : 'these app settings';
  const verb = signIn.covers === 'this-call' ? 'holds' : 'hold';
  return `${place} ${verb} a user's name and password in \`AZURE_USERNAME\` and \`AZURE_PASSWORD\``;
}
