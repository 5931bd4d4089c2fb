//! What a run of a root leaves on the machine for the next: a plan with its values, its backend, its workspace.

import type { Inputs } from '../domain/call.ts';
import type { Runs } from '../domain/operation.ts';
import type { Value } from '../domain/value.ts';
import {
  type Alternatives,
  blended,
  type Datum,
  datumText,
  stringDatum,
  unknownDatum,
} from './datum.ts';
import { datumValue } from './datum-value.ts';
import { pathIn } from './paths.ts';
import { givenInputs } from './routines.ts';
import { NOWHERE, type State } from './state.ts';
import type { Frame } from './world.ts';

type RootRuns = Runs & { kind: 'routine' };

/** No path of a repository looks like these. */
const PLAN = '\u0000plan:';
const BACKEND = '\u0000backend:';
const WORKSPACE = '\u0000workspace:';

/** A plan that is applied, and nothing else, holds the values it was made with. */
export interface PlanGiven {
  /** `undefined` for a plan that is made elsewhere. */
  readonly inputs: ReadonlyMap<string, Alternatives> | undefined;
}

/** `undefined` when no plan is named. */
export function planGiven(
  { resumes }: RootRuns,
  folder: string | undefined,
  state: State,
): PlanGiven | undefined {
  if (!resumes) return undefined;
  const path = pathIn(folder, resumes);
  const plan = path === undefined ? undefined : state.written.get(`${PLAN}${path}`);
  const inputs =
    plan?.kind === 'object'
      ? new Map([...plan.entries].map(([name, it]) => [name, [it]] as const))
      : undefined;
  return { inputs };
}

export function keepPlan(
  { keeps }: RootRuns,
  folder: string | undefined,
  inputs: ReadonlyMap<string, Alternatives>,
  state: State,
): void {
  const path = keeps && pathIn(folder, keeps);
  if (path === undefined) return;
  const entries = new Map([...inputs].map(([name, all]) => [name, blended(all, NOWHERE)] as const));
  state.written.set(`${PLAN}${path}`, { kind: 'object', entries, at: NOWHERE });
}

/** A root keeps the backend that it was initialised with. */
export function initialisedWith(given: Inputs, folder: string | undefined, state: State): Inputs {
  if (folder === undefined) return given;
  const key = `${BACKEND}${folder}/${dataFolderOf(state)}`;
  if (given.size > 0) {
    const entries = new Map(
      [...givenInputs(given, NOWHERE)].flatMap(([name, [it]]) => (it ? [[name, it] as const] : [])),
    );
    state.written.set(key, { kind: 'object', entries, at: NOWHERE });
    return given;
  }
  const before = state.written.get(key);
  return before?.kind === 'object'
    ? new Map([...before.entries].map(([name, it]) => [name, datumValue(it, [])] as const))
    : given;
}

const dataFolderOf = ({ variables }: State): string => {
  const [only] = variables.get('TF_DATA_DIR') ?? [];
  return (only && datumText(only)) ?? '.terraform';
};

/** What a variable says, else what was selected; in a fresh checkout nobody has selected another than the first. */
export function workspaceOf(
  { selects }: RootRuns,
  folder: string | undefined,
  state: State,
  frame: Frame,
): Datum | undefined {
  const [only, ...others] = state.variables.get('TF_WORKSPACE') ?? [];
  if (only) return others.length === 0 ? only : undefined;
  if (folder === undefined) return undefined;
  const key = `${WORKSPACE}${folder}/${dataFolderOf(state)}`;
  if (selects) state.written.set(key, selected(selects));
  const isFresh = frame.entryPoint.reach === 'pipeline';
  return state.written.get(key) ?? (isFresh ? stringDatum('default', NOWHERE) : undefined);
}

const selected = (workspace: Value<string>): Datum =>
  workspace.kind === 'known'
    ? stringDatum(workspace.value, workspace.at)
    : unknownDatum({ kind: 'not-evaluated', text: 'terraform.workspace' }, NOWHERE);
