//! A run shows a device code and waits for a person to enter it.

import type { Rule } from '../../domain/rule.ts';
import { conductsOf } from '../../enforcement/conduct.ts';
import { userFinding } from '../../enforcement/user-finding.ts';

export const deviceCodeSignIn: Rule = {
  id: 'device-code-sign-in',
  summary: 'A sign-in by device code in a run that nobody watches.',
  check(model) {
    // By hand it is the right thing to do: the person is there, with multi-factor authentication.
    return conductsOf(model, it => it.signIn.identity === 'user-device-code')
      .filter(it => it.reach !== 'manual')
      .map(it => userFinding(it));
  },
};
