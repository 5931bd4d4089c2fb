import { describe, expect, it } from 'vitest';
import type { ResolvedOperation, ResolvedSignIn } from '../domain/model.ts';
import { conductOf } from './conduct.ts';
import {
  sampleActor,
  sampleApply,
  sampleEntryPoint,
  sampleModel,
  sampleNobody,
  sampleOperation,
  sampleSignIn,
  sampleSpan,
} from './sample-model.ts';

const of = (
  signIn: ResolvedSignIn,
  operations: readonly ResolvedOperation[],
  others: readonly ResolvedSignIn[] = [],
) => conductOf(sampleModel([signIn, ...others], operations))(signIn);

const user = sampleSignIn('user-password');

describe('conductOf', () => {
  it('takes the worst of what follows', () => {
    const read = sampleOperation([sampleActor(user)], { effect: 'read', at: sampleSpan(3) });
    const write = sampleApply([sampleActor(user)]);
    const conduct = of(user, [read, write]);
    expect(conduct).toMatchObject({ verdict: 'breaks', reach: 'pipeline', confidence: 'certain' });
    expect(conduct.deeds.map(it => it.resolved.operation.tool)).toEqual([
      'terraform apply',
      'az group create',
    ]);
  });

  it('is less sure when nothing follows', () => {
    expect(of(user, [])).toMatchObject({ verdict: 'at-risk', confidence: 'likely' });
  });

  it('does not take what others do for its own', () => {
    const other = sampleSignIn('managed-identity', { at: sampleSpan(9) });
    expect(of(user, [sampleApply([sampleActor(other)])]).deeds).toEqual([]);
  });

  it('breaks for sure only where nobody else may act', () => {
    const workload = sampleSignIn('managed-identity', { at: sampleSpan(9) });
    const either = sampleApply([sampleActor(user), sampleActor(workload)]);
    expect(of(user, [either])).toMatchObject({ verdict: 'at-risk', isAlternative: true });
    const orNobody = sampleApply([sampleActor(user), sampleNobody()]);
    expect(of(user, [orNobody])).toMatchObject({ verdict: 'breaks', isAlternative: false });
  });

  it('does not call a line that may sign in otherwise a break', () => {
    const possible = sampleSignIn('user-password', { confidence: 'possible' });
    const rival = sampleSignIn('managed-identity', { confidence: 'possible' });
    const write = sampleApply([sampleActor(possible)]);
    expect(of(possible, [write], [rival])).toMatchObject({ verdict: 'at-risk' });
    // Two user names are one way to sign in.
    expect(of(possible, [write])).toMatchObject({ verdict: 'breaks', confidence: 'likely' });
  });

  it('keeps the reach of a pipeline where only a run by hand shows an operation', () => {
    const byHand = sampleOperation([sampleActor(user)], {}, sampleEntryPoint('manual'));
    expect(of(user, [byHand])).toMatchObject({ verdict: 'at-risk', reach: 'pipeline' });
  });
});
