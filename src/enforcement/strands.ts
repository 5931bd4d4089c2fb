//! One sign-in in one entry point, with what is done there in its name, and the verdict on that alone.

import type { Verdict } from '../domain/finding.ts';
import type {
  Actor,
  EntryPoint,
  Model,
  ResolvedOperation,
  ResolvedSignIn,
} from '../domain/model.ts';
import { isUser, isWorkload, type SignIn } from '../domain/sign-in.ts';
import { judge, rankOf, waitsForSomebody } from './judge.ts';
import { placeKey } from './places.ts';

/** An operation that a sign-in may act in. */
export interface Deed {
  readonly resolved: ResolvedOperation;
  readonly actor: Actor;
  readonly verdict: Verdict;
}

export interface Strand {
  readonly resolved: ResolvedSignIn;
  readonly entryPoint: EntryPoint;
  /** Worst first, otherwise as they run. */
  readonly deeds: readonly Deed[];
  /** `ready` where the sign-in is not reached, because a workload is signed in already. */
  readonly verdict: Verdict;
  /** In this entry point the same place may sign in as another identity. */
  readonly hasRivals: boolean;
  /** Another identity may act instead. */
  readonly isAlternative: boolean;
  /** Nothing is seen to be done with it before another sign-in of the tool. */
  readonly isReplaced: boolean;
}

export function strandsOf(model: Model): (resolved: ResolvedSignIn) => readonly Strand[] {
  const deeds = deedsBySignIn(model);
  const reached = reachedBy(model);
  return resolved => {
    const own = deeds.get(resolved) ?? [];
    const all = [...resolved.entryPoints, ...own.map(it => it.resolved.entryPoint)];
    const entryPoints = new Map(all.map(it => [entryPointKey(it), it] as const));
    return [...entryPoints].map(([key, entryPoint]) => {
      const here = own.filter(it => entryPointKey(it.resolved.entryPoint) === key);
      return strandOf(resolved, entryPoint, here, reached.get(key) ?? []);
    });
  };
}

const entryPointKey = ({ id, reach }: EntryPoint): string => `${reach} ${id}`;

function strandOf(
  resolved: ResolvedSignIn,
  entryPoint: EntryPoint,
  unsorted: readonly Deed[],
  reached: readonly ResolvedSignIn[],
): Strand {
  const deeds = [...unsorted].sort((a, b) => rankOf(a.verdict) - rankOf(b.verdict));
  const [first] = deeds;
  const hasRivals = isRivalled(resolved, deeds, reached);
  const isBesideWorkload = isPassedBy(resolved, reached);
  const isAlternative =
    hasRivals || isBesideWorkload || (first !== undefined && hasOtherActors(first));
  const worst = first ? first.verdict : judgedAlone(resolved.signIn, entryPoint);
  const doubted = worst === 'breaks' && (hasRivals || isBesideWorkload) ? 'at-risk' : worst;
  return {
    resolved,
    entryPoint,
    deeds,
    verdict: isGuarded(resolved, deeds) ? 'ready' : doubted,
    hasRivals,
    isAlternative,
    isReplaced: deeds.length === 0 && reached.some(it => replaces(it, resolved)),
  };
}

const replaces = (later: ResolvedSignIn, { signIn, order }: ResolvedSignIn): boolean =>
  later.order > order && later.confidence === 'certain' && sharesSession(later.signIn, signIn);

const sharesSession = (one: SignIn, other: SignIn): boolean =>
  one.opens.some(it => other.opens.includes(it));

/** Where nothing that it does is visible. */
const judgedAlone = (signIn: SignIn, { reach }: EntryPoint): Verdict =>
  judge({ ...signIn, effect: 'not-visible', reach });

/** One place may hold several command lines: `az login $ARGS`. */
function isRivalled(
  { signIn, confidence, entryPoints }: ResolvedSignIn,
  deeds: readonly Deed[],
  reached: readonly ResolvedSignIn[],
): boolean {
  // Whoever surely acts somewhere has surely signed in.
  if (deeds.some(it => it.actor.confidence === 'certain')) return false;
  const mayDiffer = confidence === 'possible' || entryPoints.length > 1;
  return (
    mayDiffer &&
    reached.some(
      ({ signIn: other }) =>
        other.identity !== signIn.identity &&
        other.form === signIn.form &&
        placeKey(other.at) === placeKey(signIn.at),
    )
  );
}

/** It waits for somebody in a branch, and the same session is a workload's before or after. */
const isPassedBy = (
  { signIn, confidence }: ResolvedSignIn,
  reached: readonly ResolvedSignIn[],
): boolean =>
  waitsForSomebody(signIn.identity) &&
  confidence !== 'certain' &&
  reached.some(other => isSureWorkload(other) && sharesSession(other.signIn, signIn));

/** In a branch that nothing decides, where a workload surely signed in before: a run that took it would never have ended. */
const isGuarded = ({ signIn, confidence }: ResolvedSignIn, deeds: readonly Deed[]): boolean =>
  waitsForSomebody(signIn.identity) &&
  confidence !== 'certain' &&
  deeds.some(({ resolved }) =>
    resolved.actors.some(it => it.signIn !== undefined && isSureWorkload(it.signIn)),
  );

const isSureWorkload = ({ signIn, confidence }: ResolvedSignIn): boolean =>
  isWorkload(signIn.identity) && confidence === 'certain';

/** Every sign-in that an entry point may come upon. */
function reachedBy(model: Model): ReadonlyMap<string, readonly ResolvedSignIn[]> {
  const reached = new Map<string, ResolvedSignIn[]>();
  for (const signIn of model.signIns) {
    for (const key of new Set(signIn.entryPoints.map(entryPointKey))) {
      const list = reached.get(key);
      if (list) list.push(signIn);
      else reached.set(key, [signIn]);
    }
  }
  return reached;
}

/** An actor names the very sign-in of the model: which sign-ins are one is decided there alone. */
function deedsBySignIn(model: Model): ReadonlyMap<ResolvedSignIn, readonly Deed[]> {
  const deeds = new Map<ResolvedSignIn, Deed[]>();
  for (const resolved of model.operations) {
    for (const actor of resolved.actors) {
      if (!actor.signIn) continue;
      const deed = deedOf(resolved, actor, actor.signIn.signIn);
      const list = deeds.get(actor.signIn);
      if (list) list.push(deed);
      else deeds.set(actor.signIn, [deed]);
    }
  }
  return deeds;
}

const deedOf = (resolved: ResolvedOperation, actor: Actor, signIn: SignIn): Deed => ({
  resolved,
  actor,
  verdict: verdictOn(resolved, actor, signIn),
});

/** Of one who may act in an operation; `signIn` is that actor's, or that of the provider which takes a session. */
export function verdictOn(
  resolved: ResolvedOperation,
  actor: Actor,
  { cloud }: Pick<SignIn, 'cloud'>,
): Verdict {
  const { identity } = actor;
  const { reach } = resolved.entryPoint;
  const verdict = judge({ ...resolved.operation, identity, cloud, reach });
  return verdict === 'breaks' && hasOtherActors({ resolved, actor }) ? 'at-risk' : verdict;
}

/** Somebody else may act there who is not stopped; nobody being signed in is no such way. */
const hasOtherActors = ({ resolved, actor }: Pick<Deed, 'resolved' | 'actor'>): boolean =>
  actor.confidence !== 'certain' &&
  resolved.actors.some(
    other => other !== actor && !isUser(other.identity) && other.identity !== 'ambient',
  );
