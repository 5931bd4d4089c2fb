//! A generated repository: jobs of one of three platforms, with the same truth told in each.

import fc from 'fast-check';
import { type Act, acts, type Flags, flags } from './acts.ts';

export interface Plan {
  readonly system: System;
  readonly jobs: readonly Job[];
}

export type System = 'github' | 'gitlab' | 'azure-pipelines';

export type Job = StepsJob | CallingJob;

export interface StepsJob {
  readonly kind: 'steps';
  readonly steps: readonly Step[];
  /** `ARM_CLIENT_ID` and what belongs to it, for the whole job. */
  readonly secrets: boolean;
  /** The job runs once for each of these. */
  readonly matrix: readonly Flags[];
  /** All steps run in a container. */
  readonly container: boolean;
  /** What the job hands to those after it: one of these, nobody knows which. */
  readonly gives: readonly Flags[];
}

/** A job that is a reusable workflow, which may call another in turn. */
export interface CallingJob {
  readonly kind: 'calling';
  readonly flags: Flags;
  readonly levels: 1 | 2;
  readonly jobs: readonly StepsJob[];
}

export type Step =
  | {
      readonly kind: 'run';
      readonly acts: readonly Act[];
      readonly secrets: boolean;
      readonly condition: StepCondition;
      /** It stands in a folder below the root. */
      readonly isBelow: boolean;
    }
  | { readonly kind: 'login'; readonly isFederated: boolean; readonly condition: StepCondition }
  /** With the flags of the matrix, of the job before, or of the caller. */
  | { readonly kind: 'given-login'; readonly by: 'matrix' | 'needs' | 'caller' }
  | {
      readonly kind: 'action';
      readonly steps: readonly Step[];
      readonly flags: Flags | undefined;
      readonly condition: StepCondition;
    };

/** `leg`: it holds for the first run of a matrix only. */
export type StepCondition = 'none' | 'holds' | 'fails' | 'open' | 'leg';

const conditionOf = (hasLegs: boolean): fc.Arbitrary<StepCondition> =>
  fc.constantFrom('none', 'none', 'none', 'holds', 'fails', 'open', hasLegs ? 'leg' : 'none');

const runs = (condition: fc.Arbitrary<StepCondition>) =>
  fc.record({
    kind: fc.constant('run' as const),
    acts: acts(2),
    secrets: fc.boolean(),
    condition,
    isBelow: fc.boolean(),
  });

const logins = (condition: fc.Arbitrary<StepCondition>) =>
  fc.record({ kind: fc.constant('login' as const), isFederated: fc.boolean(), condition });

type By = (Step & { kind: 'given-login' })['by'];

function stepOf(by: readonly By[], system: System): fc.Arbitrary<Step> {
  // Elsewhere conditions of a step do not know in which run of a matrix they are.
  const condition = conditionOf(by.includes('matrix') && system === 'github');
  const inside = conditionOf(false);
  const actions = fc.record({
    kind: fc.constant('action' as const),
    steps: fc.array(fc.oneof(runs(inside), logins(inside)), { minLength: 1, maxLength: 2 }),
    flags: fc.option(flags, { nil: undefined }),
    condition: inside,
  });
  return fc.oneof(
    { weight: 5, arbitrary: runs(condition) },
    { weight: 1, arbitrary: logins(condition) },
    { weight: 1, arbitrary: actions },
    ...(by.length === 0
      ? []
      : [
          {
            weight: 2,
            arbitrary: fc.record({
              kind: fc.constant('given-login' as const),
              by: fc.constantFrom(...by),
            }),
          },
        ]),
  );
}

/** What the job before gives out the shell puts into a text: without quotes. */
const givenFlags = fc.constantFrom<Flags>('--identity', '--use-device-code');

interface Around {
  readonly system: System;
  /** Jobs before it give out flags. */
  readonly isGiven: boolean;
  readonly isCalled: boolean;
}

function stepsJobs({ system, isGiven, isCalled }: Around): fc.Arbitrary<StepsJob> {
  const matrices = fc.oneof(
    { weight: 2, arbitrary: fc.constant<readonly Flags[]>([]) },
    fc.uniqueArray(flags, { minLength: 1, maxLength: 3 }),
  );
  return matrices.chain(matrix => {
    const by: readonly By[] = [
      ...(matrix.length > 0 ? ['matrix' as const] : []),
      ...(isGiven ? ['needs' as const] : []),
      ...(isCalled ? ['caller' as const] : []),
    ];
    return fc.record({
      kind: fc.constant('steps' as const),
      steps: fc.array(stepOf(by, system), { minLength: 1, maxLength: 3 }),
      secrets: fc.boolean(),
      matrix: fc.constant(matrix),
      container: fc.boolean(),
      gives:
        system === 'github' && !isCalled && matrix.length === 0
          ? fc.uniqueArray(givenFlags, { maxLength: 2 })
          : fc.constant([]),
    });
  });
}

function jobsOf(system: System): fc.Arbitrary<readonly Job[]> {
  const around = { system, isGiven: false, isCalled: false };
  const first = stepsJobs(around);
  const calling: fc.Arbitrary<Job> = fc.record({
    kind: fc.constant('calling' as const),
    flags,
    levels: fc.constantFrom(1 as const, 2 as const),
    jobs: fc.array(stepsJobs({ ...around, isCalled: true }), { minLength: 1, maxLength: 2 }),
  });
  return first.chain(job => {
    const isGiven = job.gives.length > 0;
    const after = stepsJobs({ ...around, isGiven });
    const second: fc.Arbitrary<Job> = system === 'github' ? fc.oneof(after, calling) : after;
    return fc.array(second, { maxLength: 1 }).map(others => [job, ...others]);
  });
}

export const plans: fc.Arbitrary<Plan> = fc
  .constantFrom<System>('github', 'github', 'gitlab', 'azure-pipelines')
  .chain(system => jobsOf(system).map(jobs => ({ system, jobs })));
