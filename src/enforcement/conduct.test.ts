import { describe, expect, it } from 'vitest';
import type { ResolvedOperation, ResolvedSignIn } from '../domain/model.ts';
import { type Conduct, conductsOf } from './conduct.ts';
import {
  sampleActor,
  sampleApply,
  sampleEntryPoint,
  sampleJob,
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
): Conduct | undefined =>
  conductsOf(sampleModel([signIn, ...others], operations), it => it === signIn)[0];

const user = sampleSignIn('user-password');

describe('conductsOf', () => {
  it('takes the worst of what follows', () => {
    const read = sampleOperation([sampleActor(user)], { effect: 'read', at: sampleSpan(3) });
    const write = sampleApply([sampleActor(user)]);
    const conduct = of(user, [read, write]);
    expect(conduct).toMatchObject({ verdict: 'breaks', reach: 'pipeline', confidence: 'certain' });
    expect(conduct?.deeds.map(it => it.resolved.operation.tool)).toEqual([
      'terraform apply',
      'az group create',
    ]);
  });

  it('is less sure when nothing follows', () => {
    expect(of(user, [])).toMatchObject({ verdict: 'at-risk', confidence: 'likely' });
  });

  it('tells whether somebody else follows before anything is done', () => {
    const opens = { opens: ['azure-cli'] };
    const first = sampleSignIn('user-password', opens);
    const later = {
      ...sampleSignIn('managed-identity', { ...opens, at: sampleSpan(9) }),
      order: 1,
    };
    expect(of(first, [], [later])).toMatchObject({ verdict: 'at-risk', isReplaced: true });
    expect(of(first, [sampleApply([sampleActor(first)])], [later])?.isReplaced).toBe(false);
    expect(of(first, [], [{ ...later, confidence: 'likely' }])?.isReplaced).toBe(false);
  });

  it('does not take what others do for its own', () => {
    const other = sampleSignIn('managed-identity', { at: sampleSpan(9) });
    expect(of(user, [sampleApply([sampleActor(other)])])?.deeds).toEqual([]);
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

  it('judges each entry point by itself, and keeps those where it is worst', () => {
    const [bad, good] = [sampleJob('deploy'), sampleJob('check', 31)];
    const both = sampleSignIn('user-password', { entryPoints: [good, bad] });
    const workload = sampleSignIn('managed-identity', { entryPoints: [good] });
    const operations = [
      sampleOperation([sampleActor(both), sampleActor(workload)], {}, good),
      sampleOperation([sampleActor(both)], {}, bad),
    ];
    const conduct = of(both, operations, [workload]);
    expect(conduct).toMatchObject({ verdict: 'breaks', entryPoints: [bad], isAlternative: false });
    expect(conduct?.deeds).toHaveLength(1);
    expect(conduct?.chain).toEqual([{ at: bad.at, message: bad.title }]);
  });

  it('does not doubt whoever surely acts, though the place signs in as another as well', () => {
    const workload = sampleSignIn('managed-identity');
    expect(of(user, [sampleApply([sampleActor(user)])], [workload])).toMatchObject({
      verdict: 'breaks',
      confidence: 'certain',
    });
  });

  it('is one for a place, whichever clouds its jobs are in', () => {
    const government = sampleSignIn('user-password', {
      cloud: 'us-government',
      entryPoints: [sampleJob('government')],
    });
    const operations = [
      sampleApply([sampleActor(government)], sampleJob('government')),
      sampleApply([sampleActor(user)]),
    ];
    const conducts = conductsOf(sampleModel([government, user], operations), () => true);
    expect(conducts).toMatchObject([
      { verdict: 'breaks', entryPoints: [{ title: 'job `deploy`' }] },
    ]);
  });

  it('breaks for a change, and perhaps for an action', () => {
    const start = sampleOperation([sampleActor(user)], { tool: 'az vm start', isAction: true });
    const create = sampleOperation([sampleActor(user)], { at: sampleSpan(6) });
    expect(of(user, [start])).toMatchObject({ verdict: 'at-risk', confidence: 'certain' });
    expect(of(user, [start, create])?.deeds[0]?.resolved).toBe(create);
  });

  it('keeps the reach of a pipeline where only a run by hand shows an operation', () => {
    const byHand = sampleOperation([sampleActor(user)], {}, sampleEntryPoint('manual'));
    expect(of(user, [byHand])).toMatchObject({ verdict: 'at-risk', reach: 'pipeline' });
  });
});
