//! Ways that a job may go as a whole: conditions that ask for the same hold together, or none of them does.

import type { Case } from '../domain/matrix.ts';
import type { ScopeStep } from '../domain/scope-step.ts';
import { hasSpare, onSpareSteps, stepsTakenBy } from './budget.ts';
import {
  type Alternatives,
  combinations,
  type Datum,
  datumText,
  stringDatum,
  unknownDatum,
} from './datum.ts';
import { evaluate } from './evaluate.ts';
import { join } from './join.ts';
import { type Journal, operationKey, signInKey } from './journal.ts';
import { copyOf, NOWHERE, type State } from './state.ts';
import type { Binding, Frame } from './world.ts';

/** More ways than these are not told apart. */
const WAYS_MAX = 8;

/** Stands for all texts that nobody compares with: it is equal to none. */
const OTHER = '\u0000other';

interface Known {
  readonly name: string;
  /** All that it may be. */
  readonly all: Alternatives;
  /** Each of which decides differently. */
  readonly values: readonly string[];
}

/** Only where something is done to Azure: who does it is all that matters. */
export function runCases(
  step: ScopeStep,
  cases: readonly Case[],
  state: State,
  frame: Frame,
): void {
  const { cases: _, ...once } = step;
  const { budget, world } = frame;
  const { journal } = world;
  const known = cases.map(it => knownOf(it, evaluate(it.of, state, frame)));
  const run = (chosen: ReadonlyMap<string, string>): State => {
    const way = copyOf(state);
    world.runSteps([once], way, { ...frame, locals: withValues(known, chosen, frame) });
    return way;
  };
  const before = { signIns: journal.signIns.length, operations: journal.operations.length };
  const together: State[] = [];
  const steps = stepsTakenBy(budget, () => together.push(run(new Map())));
  const ways = waysOf(known.filter((_, index) => cases[index]?.isShared));
  const isAct = journal.operations.length > before.operations;
  if (ways.length < 2 || !isAct || !hasSpare(budget, steps, ways.length)) {
    return join(state, together);
  }
  const seen = after(journal, before);
  const each: State[] = [];
  for (const way of ways) onSpareSteps(budget, () => each.push(run(way)));
  replace(journal, before, seen);
  join(state, each);
}

function knownOf({ name, texts }: Case, all: Alternatives): Known {
  const spelled = all.map(spelledText);
  const isOpen = spelled.some(it => it === undefined || !texts.includes(it));
  const values = texts.filter(it => spelled.includes(it) || spelled.includes(undefined));
  return { name, all, values: isOpen ? [...values, OTHER] : values };
}

/** In lower case; `undefined` for what is not known, or may be another. */
const spelledText = (datum: Datum): string | undefined =>
  datum.kind === 'string' && datum.isUsual ? undefined : datumText(datum)?.toLowerCase();

/** Of those that may be several things as many as there is room for. */
function waysOf(known: readonly Known[]): readonly ReadonlyMap<string, string>[] {
  let chosen: readonly Known[] = [];
  let count = 1;
  for (const it of known) {
    if (it.values.length < 2 || count * it.values.length > WAYS_MAX) continue;
    chosen = [...chosen, it];
    count *= it.values.length;
  }
  const rows =
    combinations(
      chosen.map(it => it.values),
      WAYS_MAX,
    ) ?? [];
  return rows.map(row => new Map(chosen.map((it, index) => [it.name, row[index] ?? OTHER])));
}

/** One that can be only one thing is that in every way. */
function withValues(
  known: readonly Known[],
  chosen: ReadonlyMap<string, string>,
  { locals }: Frame,
): ReadonlyMap<string, Binding> {
  const values = known.map(({ name, all, values: [only, ...others] }) => {
    const value = chosen.get(name) ?? (others.length === 0 ? only : undefined);
    const found =
      value === undefined ? all.map(it => undecided(it, name)) : [stringDatum(value, NOWHERE)];
    return [name, { evaluate: () => found }] as const;
  });
  return new Map([...locals, ...values]);
}

/** What a platform holds may well be empty: many things of which there is nothing in some runs. */
const undecided = (datum: Datum, name: string): Datum =>
  datum.kind === 'unknown' ? unknownDatum({ kind: 'not-evaluated', text: name }, datum.at) : datum;

interface Lengths {
  readonly signIns: number;
  readonly operations: number;
}

const after = ({ signIns, operations }: Journal, before: Lengths): Journal => ({
  signIns: signIns.slice(before.signIns),
  operations: operations.slice(before.operations),
  directory: [],
});

/** Sign-ins are as sure as all ways together say; who acts at an operation each way says, in the order of those. */
function replace(journal: Journal, before: Lengths, seen: Journal): void {
  const keys = new Set(seen.signIns.map(it => signInKey(it.signIn)));
  const orders = new Map(seen.operations.map(it => [operationKey(it), it.order]));
  const signIns = journal.signIns.slice(before.signIns + seen.signIns.length);
  const operations = journal.operations.slice(before.operations + seen.operations.length);
  journal.signIns = [
    ...journal.signIns.slice(0, before.signIns),
    ...seen.signIns,
    ...signIns.filter(it => !keys.has(signInKey(it.signIn))),
  ];
  journal.operations = [
    ...journal.operations.slice(0, before.operations),
    ...operations.map(it => ({ ...it, order: orders.get(operationKey(it)) ?? it.order })),
  ];
}
