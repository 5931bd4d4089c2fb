//! A run shows a device code and waits for a person to enter it.

import type { Rule } from '../../domain/rule.ts';
import { conductOf } from '../../enforcement/conduct.ts';
import { userFinding } from '../../enforcement/user-finding.ts';

export const deviceCodeSignIn: Rule = {
  id: 'device-code-sign-in',
  summary: 'A sign-in by device code in a run that nobody watches.',
  check(model) {
    const conduct = conductOf(model);
    // By hand it is the right thing to do: the person is there, with multi-factor authentication.
    return model.signIns
      .filter(it => it.signIn.identity === 'user-device-code' && it.reach !== 'manual')
      .map(resolved => userFinding(resolved, conduct(resolved)));
  },
};
