//! Why a verdict is what it is, for somebody who reads it for the first time: one clause for each actor of an operation.

import type { Verdict } from '../domain/finding.ts';
import type { Actor, EntryPoint, ResolvedOperation } from '../domain/model.ts';
import type { Operation } from '../domain/operation.ts';
import { reasonOf } from '../domain/value.ts';
import { REFUSAL, REFUSED } from './consequence.ts';
import { waitsForSomebody } from './judge.ts';
import { phaseOf } from './phases.ts';
import { runnerKind } from './runners.ts';
import { AUDIENCES, CLOUDS, STANDINGS } from './scope.ts';

/** "`terraform apply` changes Azure Resource Manager" */
export function deedIn({ tool, effect, audience, isAction }: Operation): string {
  const target = audience === 'other' ? 'another service' : AUDIENCES[audience];
  if (isAction) return `\`${tool}\` asks ${target} for an action`;
  switch (effect) {
    case 'write':
      return `\`${tool}\` changes ${target}`;
    case 'read':
      return `\`${tool}\` reads from ${target}`;
    case 'unknown':
      return `\`${tool}\` may change ${target}`;
  }
}

/** `verdict` is the one on this actor. */
export function whyVerdict(
  verdict: Verdict,
  { operation, entryPoint, isOpen }: ResolvedOperation,
  actor: Actor,
): string {
  const { identity, signIn } = actor;
  switch (STANDINGS[identity]) {
    case 'workload':
      return 'workloads are exempt from multi-factor authentication';
    case 'nobody':
      return 'no account of Entra acts, so nothing asks for a second factor';
    case 'anyone':
      return identity === 'ambient'
        ? whoeverIsThere(operation, entryPoint, isOpen)
        : unknown(actor);
    case 'person':
      return person(verdict, operation, entryPoint, actor, signIn?.signIn.cloud ?? 'public');
  }
}

const unknown = ({ unknown: why }: Actor): string =>
  why
    ? `whether that is a person is not known, because what decides it is ${reasonOf(why)}`
    : 'whether that is a person is not known';

function whoeverIsThere({ audience }: Operation, entryPoint: EntryPoint, isOpen: boolean): string {
  const ifPerson = phaseOf(audience)
    ? 'a change by a person is refused'
    : 'a person may be asked for a second factor by Conditional Access';
  if (entryPoint.reach === 'manual')
    return `whoever runs it has signed in before; without a second factor ${ifPerson}`;
  if (isOpen)
    return 'nothing in the repository signs in before it, but variables that the platform keeps may say who acts';
  switch (runnerKind(entryPoint)) {
    case 'hosted':
      return 'nothing in the repository signs in before it; on a hosted runner that is nobody, unless something of elsewhere signs in';
    case 'self-hosted':
      return `nothing in the repository signs in before it, but somebody may have done so on this machine; ${ifPerson}`;
    case 'unknown':
      return `nothing in the repository signs in before it; who that is depends on the machine that runs it, and ${ifPerson}`;
  }
}

function person(
  verdict: Verdict,
  operation: Operation,
  { reach }: EntryPoint,
  { identity, confidence }: Actor,
  cloud: keyof typeof CLOUDS,
): string {
  if (waitsForSomebody(identity) && reach !== 'manual')
    return 'nobody is there to sign in, so the run waits until it times out or fails';
  if (verdict === 'out-of-scope') {
    const where =
      CLOUDS[cloud].isEnforced === false ? CLOUDS[cloud].name : AUDIENCES[operation.audience];
    return `mandatory multi-factor authentication does not cover ${where}; Conditional Access may ask for it`;
  }
  if (reach === 'manual')
    return 'somebody has to be there with a second factor, else a change is refused';
  if (CLOUDS[cloud].isEnforced === undefined) return `in the public cloud a change ${REFUSED}`;
  if (identity === 'user-cached') return `a change ${REFUSED} once the kept session has none`;
  const when = confidence === 'certain' ? '' : ' when it runs as this user';
  return `${what(operation)}${when}`;
}

function what({ effect, audience, isAction }: Operation): string {
  const phase = phaseOf(audience);
  if (!phase) return `if it is Azure Resource Manager, a change ${REFUSED}`;
  if (!phase.effects) return 'signing in there already asks for a second factor';
  if (isAction) return 'it may be refused for lack of multi-factor authentication';
  switch (effect) {
    case 'write':
      return `it ${REFUSED} (\`${REFUSAL}\`)`;
    case 'unknown':
      return `it ${REFUSED} if it changes anything`;
    case 'read':
      return 'reading needs no second factor, but the first change is refused';
  }
}
