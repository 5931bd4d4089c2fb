//! Who acts at an operation: the sessions it may use, followed to the sign-ins that opened them.

import type { Operation } from '../domain/operation.ts';
import type { Session } from '../domain/sign-in.ts';
import { type ActorEvent, orderIn } from './journal.ts';
import { everIn, isOpened, occupantsOf } from './sessions.ts';
import type { Occupant, State } from './state.ts';
import type { Frame, ProviderSignIn } from './world.ts';

/** What the call itself brought along. */
export interface CallIdentities {
  /** Sign-ins of the call. */
  readonly occupants: readonly Occupant[];
  /** The sessions of the roots that it ran, and the sign-ins of those. */
  readonly roots: ReadonlySet<Session>;
  readonly providers: readonly ProviderSignIn[];
}

export function recordOperations(
  operations: readonly Operation[],
  identities: CallIdentities,
  state: State,
  frame: Frame,
): void {
  for (const operation of operations) {
    const { isOnlyAsSeen, sessions } = operation;
    const isOwn = sessions.includes('this-call') && identities.occupants.length > 0;
    if (isOnlyAsSeen && !isOwn && !sessions.some(it => isOpened(it, state))) continue;
    if (sessions.some(it => identities.roots.has(it))) {
      recordByAudience(operation, identities.providers, state, frame);
    } else {
      const others = sessions.filter(it => it !== 'this-call');
      const actors = isOwn
        ? actorsIn(identities.occupants, state)
        : actorsAt(operation, others, state);
      push(operation, actors, state, frame);
    }
  }
}

/** A root that configures several kinds of provider does something to each of them. */
function recordByAudience(
  operation: Operation,
  providers: readonly ProviderSignIn[],
  state: State,
  frame: Frame,
): void {
  const audiences = new Set(
    providers.flatMap(({ occupant }) =>
      occupant.kind === 'sign-in' ? [occupant.signIn.audience] : [],
    ),
  );
  for (const audience of audiences) {
    const occupants = providers
      .map(it => it.occupant)
      .filter(it => it.kind === 'sign-in' && it.signIn.audience === audience);
    push({ ...operation, audience }, actorsIn(occupants, state), state, frame);
  }
}

function push(
  operation: Operation,
  actors: readonly ActorEvent[],
  { isOpen }: State,
  frame: Frame,
): void {
  const { entryPoint, origin, chain } = frame;
  const { journal } = frame.world;
  const order = orderIn(journal);
  journal.operations.push({ operation, entryPoint, origin, actors, chain, isOpen, order });
}

/** Whoever it is told to act as has signed in before. */
function actorsAt(
  { isChosen }: Operation,
  sessions: readonly Session[],
  state: State,
): readonly ActorEvent[] {
  const ever = isChosen ? sessions.flatMap(it => everIn(it, state) ?? []) : [];
  return ever.length > 0 ? actorsIn(ever, state) : actorsOf(sessions, state);
}

/** The first of the sessions that is open; where it may be closed, also those after it. */
function actorsOf(sessions: readonly Session[], state: State): readonly ActorEvent[] {
  const actors: ActorEvent[] = [];
  for (const session of sessions) {
    const occupants = occupantsOf(session, state);
    if (!occupants) continue;
    actors.push(...actorsIn(occupants, state));
    if (occupants.every(it => it.kind === 'sign-in')) return unsureTogether(actors);
  }
  return unsureTogether([...actors, { identity: 'ambient', confidence: 'certain' }]);
}

function actorsIn(occupants: readonly Occupant[], state: State): readonly ActorEvent[] {
  const actors = occupants.flatMap((occupant): readonly ActorEvent[] => {
    if (occupant.kind === 'nobody') return [];
    const { signIn, isAlternative } = occupant;
    if (signIn.identity === 'ambient' && signIn.takes.length > 0) {
      return actorsOf(
        signIn.takes.filter(it => !signIn.opens.includes(it)),
        state,
      ).map(actor => ({
        ...actor,
        through: signIn,
      }));
    }
    const unknown = signIn.unknown ? { unknown: signIn.unknown } : {};
    const confidence = isAlternative ? 'possible' : 'certain';
    return [{ identity: signIn.identity, signIn, confidence, ...unknown }];
  });
  return unsureTogether(actors);
}

/** Of several who may act none is certain. */
function unsureTogether(actors: readonly ActorEvent[]): readonly ActorEvent[] {
  return new Set(actors.map(it => it.identity)).size > 1
    ? actors.map(it => ({ ...it, confidence: 'possible' as const }))
    : actors;
}
