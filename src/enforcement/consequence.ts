//! Sentences that say what happens to a run, and which error it prints.
//! Sources: https://learn.microsoft.com/cli/azure/authenticate-azure-cli-mfa,
//! https://learn.microsoft.com/entra/identity-platform/reference-error-codes

import type { Verdict } from '../domain/finding.ts';
import type { Actor, ResolvedSignIn } from '../domain/model.ts';
import type { Audience, Operation } from '../domain/operation.ts';
import type { Link } from '../domain/span.ts';
import type { Conduct } from './conduct.ts';
import { waitsForSomebody } from './judge.ts';
import { phaseOf } from './phases.ts';
import { placeKey } from './places.ts';
import { AUDIENCES, CLOUDS } from './scope.ts';
import type { Deed } from './strands.ts';

export const REFUSED = 'is refused for lack of multi-factor authentication';

const NOT_COVERED = 'mandatory multi-factor authentication does not cover';

const MAY_BE_REFUSED = 'may be refused for lack of multi-factor authentication';

/** What Azure Resource Manager answers to a change by a person without it, since phase 2. */
export const REFUSAL = 'RequestDisallowedByPolicy';

/** One of the answers to signing in with a password where Conditional Access or security defaults ask for it. */
const PASSWORD_REFUSAL = 'AADSTS50076';

const WOULD_BE_REFUSED = 'would be refused for lack of multi-factor authentication';

/** Where it is not known what it is for, there may never be one. */
const firstChange = (audience: Audience): string =>
  `the first change to Azure ${audience === 'unknown' ? WOULD_BE_REFUSED : REFUSED}`;

/** One clause about what becomes of the run, after the one that says who signs in. */
export function consequenceOf(conduct: Conduct): string {
  switch (conduct.verdict) {
    case 'out-of-scope':
      return outOfScope(conduct);
    case 'breaks':
    case 'at-risk':
      return waitsForSomebody(conduct.resolved.signIn.identity) && conduct.reach !== 'manual'
        ? waiting(conduct)
        : `${refused(conduct)}${cloudDoubt(conduct)}`;
    case 'undecided':
    case 'ready':
      return firstChange(conduct.resolved.signIn.audience);
  }
}

function waiting({ resolved, isAlternative }: Conduct): string {
  const when = isAlternative ? 'when it runs, ' : '';
  return resolved.signIn.identity === 'user-device-code'
    ? `${when}nobody is there to enter the code, so the run waits until it times out`
    : `${when}nobody is there to sign in, so the run waits until it times out or fails`;
}

function refused({ resolved, deeds, isAlternative, isReplaced }: Conduct): string {
  const operations = deeds.map(it => it.resolved.operation);
  const [worst] = operations;
  if (isReplaced) return 'nothing is seen to be done with it before another sign-in follows';
  if (!worst) {
    return `what follows is not visible here, and ${firstChange(resolved.signIn.audience)}`;
  }
  const condition = isAlternative ? ' when it runs as this user' : '';
  const changes = operations.filter(isChange);
  const change = changes.find(it => !it.isAction);
  if (change) return `\`${change.tool}\` ${REFUSED}${condition}`;
  const doubtful = operations.find(mayChange);
  if (doubtful) return inDoubt(doubtful);
  const action = changes[0] ?? operations.find(it => it.isAction);
  if (action) return `\`${action.tool}\` ${MAY_BE_REFUSED}${condition}`;
  return `${onlyReads(worst, deeds)}, and ${firstChange(worst.audience)}`;
}

const inDoubt = ({ tool, audience }: Operation): string =>
  audience === 'unknown'
    ? `\`${tool}\` ${WOULD_BE_REFUSED} if it changes ${AUDIENCES.arm}`
    : `\`${tool}\` ${REFUSED} if it changes anything`;

/** A key that is read may well be for a change elsewhere: `az storage blob upload`. */
function onlyReads({ tool, audience }: Operation, deeds: readonly Deed[]): string {
  const from = audience === 'unknown' ? '' : ` from ${AUDIENCES[audience]}`;
  const elsewhere = deeds.find(
    ({ verdict, resolved }) => verdict === 'out-of-scope' && resolved.operation.effect !== 'read',
  )?.resolved.operation;
  const exempt = elsewhere ? ` (${NOT_COVERED} ${AUDIENCES[elsewhere.audience]})` : '';
  return `\`${tool}\` only reads${from}${exempt}`;
}

/** `az cloud set --name "$CLOUD"` */
const cloudDoubt = ({ resolved }: Conduct): string =>
  CLOUDS[resolved.signIn.cloud].isEnforced === undefined
    ? ', if the cloud, which is not known here, is the public one'
    : '';

/** A change that mandatory multi-factor authentication looks at. */
const isChange = ({ effect, audience }: Operation): boolean =>
  effect === 'write' && phaseOf(audience) !== undefined;

/** That it changes something, or that it is for Azure Resource Manager, is not sure. */
const mayChange = ({ effect, audience, isAction }: Operation): boolean =>
  !isAction && (effect === 'unknown' || (effect === 'write' && audience === 'unknown'));

function outOfScope({ resolved, deeds }: Conduct): string {
  const { signIn } = resolved;
  const cloud = CLOUDS[signIn.cloud];
  const audience = deeds[0]?.resolved.operation.audience ?? signIn.audience;
  const where = cloud.isEnforced === false ? cloud.name : AUDIENCES[audience];
  return `${NOT_COVERED} ${where}, but Conditional Access may ask for it`;
}

const DEEDS_TOLD_MAX = 5;

/** From the entry point to the sign-in, and on to what decides the verdict. */
export function becauseOf({ resolved, chain, deeds, reach }: Conduct): readonly Link[] {
  const deciding = deeds.filter(it => it.verdict === deeds[0]?.verdict).slice(0, DEEDS_TOLD_MAX);
  const isWaiting = waitsForSomebody(resolved.signIn.identity) && reach !== 'manual';
  const links = [
    ...chain,
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
    : deedMessage(operation, verdict, answerOf(actor));
  return [...through, { at: operation.at, message }];
}

/** Where it is not known which cloud it is, only one of them answers so. */
const answerOf = ({ signIn }: Actor): string =>
  signIn && CLOUDS[signIn.signIn.cloud].isEnforced === undefined
    ? `the public cloud answers with \`${REFUSAL}\``
    : `is answered with \`${REFUSAL}\``;

function deedMessage(
  { tool, effect, audience, isAction }: Operation,
  verdict: Verdict,
  answer: string,
): string {
  if (audience === 'unknown') {
    return `\`${tool}\` may ${effect === 'read' ? 'read from' : 'change'} Azure as this user`;
  }
  if (isAction && audience === 'arm' && verdict !== 'out-of-scope') {
    return `\`${tool}\` asks Azure for an action as this user, which may be answered with \`${REFUSAL}\``;
  }
  const target = audience === 'arm' ? 'Azure' : AUDIENCES[audience];
  switch (effect) {
    case 'write':
      return audience === 'arm' && verdict !== 'out-of-scope'
        ? `\`${tool}\` changes Azure as this user, which ${answer}`
        : `\`${tool}\` changes ${target} as this user`;
    case 'unknown':
      return `\`${tool}\` may change ${target} as this user`;
    case 'read':
      return `\`${tool}\` reads from ${target} as this user`;
  }
}
