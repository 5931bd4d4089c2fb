//! Who acts at each operation of a plan, worked out from the plan alone.

import { type Act, type Flags, WAYS } from './acts.ts';
import type { CallingJob, Job, Plan, Step, StepCondition, StepsJob } from './plan.ts';
import { providersOf, type Root } from './roots.ts';

/** Everyone who may be signed in to the Azure CLI; `ambient` is nobody of the repository. */
type Session = ReadonlySet<string>;

interface Standing {
  session: Session;
  /** `ARM_CLIENT_ID`, `ARM_CLIENT_SECRET` and `ARM_TENANT_ID` are set: surely, surely not, or it depends. */
  secrets: ReadonlySet<boolean>;
}

/** Of each operation that runs: who may act. */
export type Acting = Map<Act, Set<string>>;

/** Of each job. */
export function actingIn({ jobs }: Plan): readonly Acting[] {
  const [first] = jobs;
  const gives = first?.kind === 'steps' ? first.gives : [];
  return jobs.map(job => {
    const acting: Acting = new Map();
    for (const it of stepsJobsOf(job)) takeJob(it, flagsOf(job), gives, acting);
    return acting;
  });
}

const stepsJobsOf = (job: Job): readonly StepsJob[] => (job.kind === 'steps' ? [job] : job.jobs);

const flagsOf = (job: StepsJob | CallingJob): readonly Flags[] =>
  job.kind === 'steps' ? [] : [job.flags];

/** What is known where a step stands. */
interface Place {
  readonly acting: Acting;
  readonly given: Readonly<Record<'matrix' | 'needs' | 'caller', readonly Flags[]>>;
  readonly isFirstLeg: boolean;
}

/** Each run of a matrix has a session of its own. */
function takeJob(
  job: StepsJob,
  caller: readonly Flags[],
  needs: readonly Flags[],
  acting: Acting,
): void {
  const legs = job.matrix.length === 0 ? [undefined] : job.matrix;
  for (const [index, leg] of legs.entries()) {
    const standing = { session: new Set(['ambient']), secrets: new Set([job.secrets]) };
    const given = { matrix: leg === undefined ? [] : [leg], needs, caller };
    const place = { acting, given, isFirstLeg: index === 0 };
    for (const step of job.steps) takeStep(step, standing, place);
  }
}

function takeStep(step: Step, standing: Standing, place: Place): void {
  const outcome = step.kind === 'given-login' ? true : outcomeOf(step.condition, place);
  if (outcome === false) return;
  const before = standing.session;
  runStep(step, standing, place);
  if (outcome === undefined) standing.session = new Set([...before, ...standing.session]);
}

function outcomeOf(condition: StepCondition, { isFirstLeg }: Place): boolean | undefined {
  switch (condition) {
    case 'none':
    case 'holds':
      return true;
    case 'fails':
      return false;
    case 'open':
      return undefined;
    case 'leg':
      return isFirstLeg;
  }
}

function runStep(step: Step, standing: Standing, place: Place): void {
  switch (step.kind) {
    case 'run': {
      const inside = { ...standing };
      if (step.secrets) inside.secrets = new Set([true]);
      take(step.acts, inside, place.acting);
      standing.session = inside.session;
      return;
    }
    case 'login':
      standing.session = new Set([
        step.isFederated ? 'service-principal-federated' : 'service-principal-secret',
      ]);
      return;
    case 'given-login':
      standing.session = new Set(place.given[step.by].map(it => WAYS[it]));
      return;
    case 'action':
      if (step.flags) standing.session = new Set([WAYS[step.flags]]);
      for (const inner of step.steps) takeStep(inner, standing, place);
  }
}

function take(acts: readonly Act[], standing: Standing, acting: Acting): void {
  for (const act of acts) takeAct(act, standing, acting);
}

function takeAct(act: Act, standing: Standing, acting: Acting): void {
  switch (act.kind) {
    case 'sign-in': {
      // Where nobody was there before, nothing can be done after a failure.
      const isKept = act.mayFail && [...standing.session].some(it => it !== 'ambient');
      standing.session = new Set([...(isKept ? standing.session : []), WAYS[act.flags]]);
      return;
    }
    case 'sign-out':
      standing.session = new Set(['ambient']);
      return;
    case 'export-secret':
      standing.secrets = new Set([true]);
      return;
    case 'create':
      return note(act, standing.session, acting);
    case 'terraform':
      return note(act, terraformActs(act.root, standing), acting);
    case 'script':
      return takeProcess(act.acts, /source/.test(act.manner), standing, acting);
    case 'function':
      return take(act.acts, standing, acting);
    case 'process':
      return takeProcess(act.acts, false, standing, acting);
    case 'own-folder':
    case 'container':
      return take(act.acts, { ...standing, session: new Set(['ambient']) }, acting);
    case 'decided':
      return act.holds ? take(act.acts, standing, acting) : undefined;
    case 'either': {
      const one = { ...standing };
      const other = { ...standing };
      take(act.acts, one, acting);
      take(act.others, other, acting);
      standing.session = new Set([...one.session, ...other.session]);
      standing.secrets = new Set([...one.secrets, ...other.secrets]);
    }
  }
}

const note = (act: Act, identities: Iterable<string>, acting: Acting): void => {
  acting.set(act, new Set([...(acting.get(act) ?? []), ...identities]));
};

function takeProcess(
  acts: readonly Act[],
  isShared: boolean,
  standing: Standing,
  acting: Acting,
): void {
  const inside = { ...standing };
  take(acts, inside, acting);
  standing.session = inside.session;
  if (isShared) standing.secrets = inside.secrets;
}

/** A secret comes before every other way that these blocks configure. */
const terraformActs = (root: Root, { session, secrets }: Standing): Set<string> =>
  new Set(
    [...secrets].flatMap(isSet =>
      providersOf(root).flatMap(own => {
        if (isSet) return ['service-principal-secret'];
        return own === undefined ? [...session] : [own];
      }),
    ),
  );
