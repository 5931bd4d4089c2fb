//! Who acts at each operation of a plan, worked out from the plan alone.

import { type Act, type Job, type Provider, type Step, WAYS } from './plan.ts';

/** Everyone who may be signed in to the Azure CLI; `ambient` is nobody of the repository. */
type Session = ReadonlySet<string>;

interface Standing {
  session: Session;
  /** `ARM_CLIENT_ID`, `ARM_CLIENT_SECRET` and `ARM_TENANT_ID` are set: surely, surely not, or it depends. */
  secrets: ReadonlySet<boolean>;
}

/** By operation, in the order in which the renderer numbers them. */
export type Acting = Map<number, Set<string>>;

export function actingIn(jobs: readonly Job[]): readonly Acting[] {
  let next = 0;
  return jobs.map(job => {
    const acting: Acting = new Map();
    const number = (): number => next++;
    const standing: Standing = { session: new Set(['ambient']), secrets: new Set([job.secrets]) };
    for (const step of job.steps) takeStep(step, standing, { acting, number });
    return acting;
  });
}

interface Notes {
  readonly acting: Acting;
  readonly number: () => number;
}

function takeStep(step: Step, standing: Standing, notes: Notes): void {
  switch (step.kind) {
    case 'run': {
      const inside = { ...standing };
      if (step.secrets) inside.secrets = new Set([true]);
      take(step.acts, inside, notes);
      standing.session = inside.session;
      return;
    }
    case 'login':
      standing.session = new Set([
        step.isFederated ? 'service-principal-federated' : 'service-principal-secret',
      ]);
      return;
    case 'action':
      if (step.flags) standing.session = new Set([WAYS[step.flags]]);
      for (const inner of step.steps) takeStep(inner, standing, notes);
  }
}

function take(acts: readonly Act[], standing: Standing, notes: Notes): void {
  for (const act of acts) takeAct(act, standing, notes);
}

/** What does not run is numbered all the same. */
function takeAct(act: Act, standing: Standing, notes: Notes): void {
  switch (act.kind) {
    case 'sign-in':
      standing.session = new Set([WAYS[act.flags]]);
      return;
    case 'sign-out':
      standing.session = new Set(['ambient']);
      return;
    case 'export-secret':
      standing.secrets = new Set([true]);
      return;
    case 'create':
      notes.acting.set(notes.number(), new Set(standing.session));
      return;
    case 'terraform':
      notes.acting.set(notes.number(), terraformActs(act.provider, standing));
      return;
    case 'script':
      takeProcess(act.acts, act.manner === 'source', standing, notes);
      return;
    case 'function':
      take(act.acts, standing, notes);
      return;
    case 'process':
      takeProcess(act.acts, false, standing, notes);
      return;
    case 'decided':
      if (act.holds) take(act.acts, standing, notes);
      else take(act.acts, { ...standing }, { ...notes, acting: new Map() });
      return;
    case 'either': {
      const one = { ...standing };
      const other = { ...standing };
      take(act.acts, one, notes);
      take(act.others, other, notes);
      standing.session = new Set([...one.session, ...other.session]);
      standing.secrets = new Set([...one.secrets, ...other.secrets]);
    }
  }
}

function takeProcess(
  acts: readonly Act[],
  isShared: boolean,
  standing: Standing,
  notes: Notes,
): void {
  const inside = { ...standing };
  take(acts, inside, notes);
  standing.session = inside.session;
  if (isShared) standing.secrets = inside.secrets;
}

const OWN: Readonly<Record<Provider, string | undefined>> = {
  empty: undefined,
  module: undefined,
  'managed-identity': 'managed-identity',
  federated: 'service-principal-federated',
  'secret-variables': 'service-principal-secret',
};

/** A secret comes before every other way that these blocks configure. */
const terraformActs = (provider: Provider, { session, secrets }: Standing): Set<string> =>
  new Set(
    [...secrets].flatMap(isSet => {
      const own = isSet ? 'service-principal-secret' : OWN[provider];
      return own === undefined ? [...session] : [own];
    }),
  );
