//! A run opens a browser and waits for a person to sign in there.

import type { Rule } from '../../domain/rule.ts';
import { conductsOf } from '../../enforcement/conduct.ts';
import { userFinding } from '../../enforcement/user-finding.ts';

export const interactiveSignIn: Rule = {
  id: 'interactive-sign-in',
  summary: 'A sign-in in a browser in a run that nobody watches.',
  check(model) {
    // By hand it is the right thing to do: the person is there, with multi-factor authentication.
    return conductsOf(model, it => it.signIn.identity === 'user-interactive')
      .filter(it => it.reach !== 'manual')
      .map(it => userFinding(it));
  },
};
