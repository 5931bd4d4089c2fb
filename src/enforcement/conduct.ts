//! What the sign-ins at a place go on to do, and how that is judged: the entry points where it is worst count.

import type { Verdict } from '../domain/finding.ts';
import type { Confidence, EntryPoint, Model, Reach, ResolvedSignIn } from '../domain/model.ts';
import type { Link } from '../domain/span.ts';
import { chainTo, deployerOf } from './chains.ts';
import { rankOf } from './judge.ts';
import { placeKey } from './places.ts';
import { type Deed, type Strand, strandsOf } from './strands.ts';

/** Of the entry points where it is worst, and of no others. */
export interface Conduct {
  readonly resolved: ResolvedSignIn;
  readonly entryPoints: readonly EntryPoint[];
  /** The pipeline that deploys what runs on its own. */
  readonly deployer?: EntryPoint;
  /** From the first of the entry points to the sign-in. */
  readonly chain: readonly Link[];
  /** Worst first, otherwise as they run. */
  readonly deeds: readonly Deed[];
  readonly verdict: Verdict;
  readonly reach: Reach;
  readonly confidence: Confidence;
  /** Another identity may act instead. */
  readonly isAlternative: boolean;
  /** Nothing is seen to be done with it before another sign-in of the tool. */
  readonly isReplaced: boolean;
}

/**
 * One for each place and identity of the sign-ins asked for; none where every entry point has a workload to go on with.
 * A place may be several sign-ins: those of one job in the public cloud, those of another in Azure Government.
 */
export function conductsOf(
  model: Model,
  isAskedFor: (resolved: ResolvedSignIn) => boolean,
): readonly Conduct[] {
  const strands = strandsOf(model);
  const byPlace = new Map<string, Strand[]>();
  for (const resolved of model.signIns) {
    if (!isAskedFor(resolved)) continue;
    const { form, at, identity } = resolved.signIn;
    const key = `${form}:${identity}:${placeKey(at)}`;
    // In a test or an example it is a finding only where a pipeline runs it.
    const isAside = model.asides.has(at.path);
    const own = strands(resolved).filter(it => !isAside || it.entryPoint.reach !== 'manual');
    byPlace.set(key, [...(byPlace.get(key) ?? []), ...own]);
  }
  return [...byPlace.values()].flatMap(it => conductAt(it, model));
}

function conductAt(strands: readonly Strand[], model: Model): readonly Conduct[] {
  const [worst] = [...strands].sort(
    (a, b) =>
      rankOf(a.verdict) - rankOf(b.verdict) ||
      REACHES.indexOf(a.entryPoint.reach) - REACHES.indexOf(b.entryPoint.reach),
  );
  if (!worst || worst.verdict === 'ready') return [];
  const { resolved, verdict, isAlternative, isReplaced } = worst;
  const { reach } = worst.entryPoint;
  const same = strands.filter(it => it.verdict === verdict && it.entryPoint.reach === reach);
  const deeds = same.flatMap(it => it.deeds).sort((a, b) => rankOf(a.verdict) - rankOf(b.verdict));
  const deployer = deployerOf(worst, model);
  return [
    {
      resolved,
      entryPoints: distinct(same.map(it => it.entryPoint)),
      ...(deployer ? { deployer } : {}),
      chain: chainTo(worst),
      deeds,
      verdict,
      reach,
      confidence: confidenceOf(worst),
      isAlternative,
      isReplaced,
    },
  ];
}

const REACHES: readonly Reach[] = ['pipeline', 'automation', 'manual'];

const distinct = (entryPoints: readonly EntryPoint[]): readonly EntryPoint[] => [
  ...new Map(entryPoints.map(it => [it.id, it] as const)).values(),
];

function confidenceOf({ resolved, hasRivals, deeds }: Strand): Confidence {
  const { confidence } = resolved;
  // Several command lines that all sign in the same way leave no doubt which way.
  const own = confidence === 'possible' && !hasRivals ? 'likely' : confidence;
  return deeds.length > 0 ? own : lowered(own);
}

const lowered = (confidence: Confidence): Confidence =>
  confidence === 'certain' ? 'likely' : 'possible';
