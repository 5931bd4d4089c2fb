//! A run opens a browser and waits for a person to sign in there.

import type { Rule } from '../../domain/rule.ts';
import { conductOf } from '../../enforcement/conduct.ts';
import { userFinding } from '../../enforcement/user-finding.ts';

export const interactiveSignIn: Rule = {
  id: 'interactive-sign-in',
  summary: 'A sign-in in a browser in a run that nobody watches.',
  check(model) {
    const conduct = conductOf(model);
    // By hand it is the right thing to do: the person is there, with multi-factor authentication.
    return model.signIns
      .filter(it => it.signIn.identity === 'user-interactive' && it.reach !== 'manual')
      .map(resolved => userFinding(resolved, conduct(resolved)));
  },
};
