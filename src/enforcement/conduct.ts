//! What each sign-in goes on to do, and how that is judged.

import type { Verdict } from '../domain/finding.ts';
import type {
  Actor,
  Confidence,
  Model,
  Reach,
  ResolvedOperation,
  ResolvedSignIn,
} from '../domain/model.ts';
import { isUser, type SignIn } from '../domain/sign-in.ts';
import { judge, rankOf } from './judge.ts';
import { placeKey } from './places.ts';

/** An operation that a sign-in may act in. */
export interface Deed {
  readonly resolved: ResolvedOperation;
  readonly actor: Actor;
  readonly verdict: Verdict;
}

/** All of it, and the judgement that follows. */
export interface Conduct {
  /** Worst first, otherwise as they run. */
  readonly deeds: readonly Deed[];
  readonly verdict: Verdict;
  /** Of what gives the verdict. */
  readonly reach: Reach;
  readonly confidence: Confidence;
  /** Another identity may act instead. */
  readonly isAlternative: boolean;
}

export function conductOf(model: Model): (signIn: ResolvedSignIn) => Conduct {
  const deeds = deedsBySignIn(model);
  const identities = identitiesByPlace(model);
  return resolved => {
    const hasRivals = (identities.get(formKey(resolved.signIn))?.size ?? 0) > 1;
    const own = [...(deeds.get(signInKey(resolved.signIn)) ?? [])].sort(
      (a, b) => rankOf(a.verdict) - rankOf(b.verdict),
    );
    const { verdict, reach } = worstOf([...own.map(judgementOf), ...judgementAlone(resolved, own)]);
    const [first] = own;
    return {
      deeds: own,
      verdict: hasRivals && verdict === 'breaks' ? 'at-risk' : verdict,
      reach,
      confidence: confidenceOf(resolved, hasRivals, first !== undefined),
      isAlternative: hasRivals || (first !== undefined && hasOtherActors(first)),
    };
  };
}

interface Judgement {
  readonly verdict: Verdict;
  readonly reach: Reach;
}

const judgementOf = ({ verdict, resolved }: Deed): Judgement => ({
  verdict,
  reach: resolved.entryPoint.reach,
});

/** Where nothing that it does is visible; another entry point may show more. */
function judgementAlone(resolved: ResolvedSignIn, deeds: readonly Deed[]): readonly Judgement[] {
  const { signIn, reach } = resolved;
  if (deeds.some(it => it.resolved.entryPoint.reach === reach)) return [];
  const { audience } = signIn;
  const verdict = judge({ ...questionOf(signIn), effect: 'not-visible', audience, reach });
  return [{ verdict, reach }];
}

const REACHES: readonly Reach[] = ['pipeline', 'automation', 'manual'];

function worstOf(judgements: readonly Judgement[]): Judgement {
  const [worst] = [...judgements].sort(
    (a, b) =>
      rankOf(a.verdict) - rankOf(b.verdict) || REACHES.indexOf(a.reach) - REACHES.indexOf(b.reach),
  );
  return worst ?? { verdict: 'undecided', reach: 'manual' };
}

const questionOf = ({ identity, cloud }: SignIn): Pick<SignIn, 'identity' | 'cloud'> => ({
  identity,
  cloud,
});

function deedsBySignIn(model: Model): ReadonlyMap<string, readonly Deed[]> {
  const deeds = new Map<string, Deed[]>();
  for (const resolved of model.operations) {
    for (const actor of resolved.actors) {
      if (!actor.signIn) continue;
      const key = signInKey(actor.signIn.signIn);
      const deed = deedOf(resolved, actor, actor.signIn.signIn);
      const list = deeds.get(key);
      if (list) list.push(deed);
      else deeds.set(key, [deed]);
    }
  }
  return deeds;
}

function deedOf(resolved: ResolvedOperation, actor: Actor, signIn: SignIn): Deed {
  const { effect, audience } = resolved.operation;
  const { reach } = resolved.entryPoint;
  const verdict = judge({ ...questionOf(signIn), effect, audience, reach });
  const deed = { resolved, actor, verdict };
  return verdict === 'breaks' && hasOtherActors(deed) ? { ...deed, verdict: 'at-risk' } : deed;
}

/** Somebody else may act there who is not stopped; nobody being signed in is no such way. */
const hasOtherActors = ({ resolved, actor }: Pick<Deed, 'resolved' | 'actor'>): boolean =>
  resolved.actors.some(
    other => other !== actor && !isUser(other.identity) && other.identity !== 'ambient',
  );

/** One place may hold several command lines: `az login $ARGS`. */
function identitiesByPlace(model: Model): ReadonlyMap<string, ReadonlySet<string>> {
  const identities = new Map<string, Set<string>>();
  for (const { signIn } of model.signIns) {
    const key = formKey(signIn);
    const set = identities.get(key) ?? new Set();
    set.add(signIn.identity);
    identities.set(key, set);
  }
  return identities;
}

function confidenceOf(
  { confidence }: ResolvedSignIn,
  hasRivals: boolean,
  isVisible: boolean,
): Confidence {
  // Several command lines that all sign in the same way leave no doubt which way.
  const own = confidence === 'possible' && !hasRivals ? 'likely' : confidence;
  return isVisible ? own : lowered(own);
}

export const lowered = (confidence: Confidence): Confidence =>
  confidence === 'certain' ? 'likely' : 'possible';

const formKey = ({ form, at }: SignIn): string => `${form}:${placeKey(at)}`;

const signInKey = (signIn: SignIn): string =>
  `${signIn.identity}:${signIn.audience}:${formKey(signIn)}`;
