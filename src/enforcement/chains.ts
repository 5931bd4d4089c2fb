//! How a run comes to a sign-in in one of its entry points.

import type { EntryPoint, Model } from '../domain/model.ts';
import { isSameSpan, type Link } from '../domain/span.ts';
import type { Strand } from './strands.ts';

/** The model keeps one chain for a sign-in; for another entry point that of what is done there has to do. */
export function chainTo({ resolved, entryPoint, deeds }: Strand): readonly Link[] {
  const chains = [resolved.chain, ...deeds.map(it => it.resolved.chain)];
  const own = chains.find(chain => chain.some(it => isSameSpan(it.at, entryPoint.at)));
  return own ?? [{ at: entryPoint.at, message: entryPoint.title }];
}

/** Of a deployment script, an app, a credential asset: the pipeline that its chain begins with. */
export function deployerOf(strand: Strand, model: Model): EntryPoint | undefined {
  if (strand.entryPoint.reach !== 'automation') return undefined;
  const [first] = chainTo(strand);
  return (
    first &&
    model.entryPoints.find(
      it =>
        it.reach === 'pipeline' && it.id !== strand.entryPoint.id && isSameSpan(it.at, first.at),
    )
  );
}
