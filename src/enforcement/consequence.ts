//! Sentences that say what happens to a run, and which error it prints.
//! Sources: https://learn.microsoft.com/cli/azure/authenticate-azure-cli-mfa,
//! https://learn.microsoft.com/entra/identity-platform/reference-error-codes

import type { Verdict } from '../domain/finding.ts';
import type { ResolvedSignIn } from '../domain/model.ts';
import type { Operation } from '../domain/operation.ts';
import type { Link } from '../domain/span.ts';
import type { Conduct, Deed } from './conduct.ts';
import { waitsForSomebody } from './judge.ts';
import { phaseOf } from './phases.ts';
import { placeKey } from './places.ts';
import { AUDIENCES, CLOUDS } from './scope.ts';

export const REFUSED = 'is refused for lack of multi-factor authentication';

/** What Azure Resource Manager answers to a change by a person without it, since phase 2. */
const REFUSAL = 'RequestDisallowedByPolicy';

/** One of the answers to signing in with a password where Conditional Access or security defaults ask for it. */
const PASSWORD_REFUSAL = 'AADSTS50076';

const FIRST_CHANGE = `the first change to Azure ${REFUSED}`;

/** One clause about what becomes of the run, after the one that says who signs in. */
export function consequenceOf(resolved: ResolvedSignIn, conduct: Conduct): string {
  const { signIn } = resolved;
  switch (conduct.verdict) {
    case 'out-of-scope':
      return outOfScope(resolved, conduct);
    case 'breaks':
    case 'at-risk':
      if (waitsForSomebody(signIn.identity)) return waiting(resolved, conduct);
      return refused(conduct);
    case 'undecided':
    case 'ready':
      return FIRST_CHANGE;
  }
}

function waiting({ signIn }: ResolvedSignIn, { isAlternative }: Conduct): string {
  const when = isAlternative ? 'when it runs, ' : '';
  return signIn.identity === 'user-device-code'
    ? `${when}nobody is there to enter the code, so the run waits until it times out`
    : `${when}nobody is there to sign in, so the run waits until it times out or fails`;
}

function refused(conduct: Conduct): string {
  const [worst] = conduct.deeds;
  if (!worst) return `what follows is not visible here, and ${FIRST_CHANGE}`;
  const { effect, tool } = worst.resolved.operation;
  const changes = conduct.deeds.filter(isChange);
  const change = changes[0]?.resolved.operation;
  const condition = conduct.isAlternative ? ' when it runs as this user' : '';
  if (change) return `\`${change.tool}\` ${REFUSED}${condition}`;
  return effect === 'unknown'
    ? `\`${tool}\` ${REFUSED} if it changes anything`
    : `\`${tool}\` only reads, and ${FIRST_CHANGE}`;
}

/** A change that mandatory multi-factor authentication looks at. */
const isChange = ({ resolved }: Deed): boolean =>
  resolved.operation.effect === 'write' && phaseOf(resolved.operation.audience) !== undefined;

function outOfScope({ signIn }: ResolvedSignIn, { deeds }: Conduct): string {
  const cloud = CLOUDS[signIn.cloud];
  const audience = deeds[0]?.resolved.operation.audience ?? signIn.audience;
  const where = cloud.isEnforced === false ? cloud.name : AUDIENCES[audience];
  return `mandatory multi-factor authentication does not cover ${where}, but Conditional Access may ask for it`;
}

const DEEDS_TOLD_MAX = 5;

/** From the entry point to the sign-in, and on to what decides the verdict. */
export function becauseOf(resolved: ResolvedSignIn, { deeds }: Conduct): readonly Link[] {
  const deciding = deeds.filter(it => it.verdict === deeds[0]?.verdict).slice(0, DEEDS_TOLD_MAX);
  const isWaiting = waitsForSomebody(resolved.signIn.identity);
  const links = [
    ...resolved.chain,
    ...signInLinks(resolved),
    ...deciding.flatMap(deed => linksOf(deed, isWaiting)),
  ];
  const byText = new Map(links.map(it => [`${placeKey(it.at)} ${it.message}`, it] as const));
  return [...byText.values()];
}

function signInLinks({ signIn }: ResolvedSignIn): readonly Link[] {
  if (signIn.identity !== 'user-password' || signIn.covers === 'provider') return [];
  return [
    {
      at: signIn.at,
      message: `signing in itself fails, for example with \`${PASSWORD_REFUSAL}\`, where Conditional Access or security defaults ask for multi-factor authentication`,
    },
  ];
}

function linksOf({ resolved, actor, verdict }: Deed, isWaiting: boolean): readonly Link[] {
  const { operation } = resolved;
  const through = actor.through
    ? [{ at: actor.through.signIn.at, message: 'takes the identity of this user' }]
    : [];
  const message = isWaiting
    ? `\`${operation.tool}\` waits for it`
    : deedMessage(operation, verdict);
  return [...through, { at: operation.at, message }];
}

function deedMessage({ tool, effect, audience }: Operation, verdict: Verdict): string {
  if (audience === 'unknown') {
    return `\`${tool}\` may ${effect === 'read' ? 'read from' : 'change'} Azure as this user`;
  }
  const target = audience === 'arm' ? 'Azure' : AUDIENCES[audience];
  switch (effect) {
    case 'write':
      return audience === 'arm' && verdict !== 'out-of-scope'
        ? `\`${tool}\` changes Azure as this user, which is answered with \`${REFUSAL}\``
        : `\`${tool}\` changes ${target} as this user`;
    case 'unknown':
      return `\`${tool}\` may change ${target} as this user`;
    case 'read':
      return `\`${tool}\` reads from ${target} as this user`;
  }
}
