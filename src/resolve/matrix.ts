//! What runs once for each combination of a matrix: values that go together stay together.

import type { Matrix } from '../domain/matrix.ts';
import type { ScopeStep } from '../domain/scope-step.ts';
import { hasSpare, onSpareSteps, stepsTakenBy } from './budget.ts';
import { type Combination, combinationsOf, valueIn } from './combinations.ts';
import { alternatives, datumKey, datumText } from './datum.ts';
import { join } from './join.ts';
import { copyOf, type State } from './state.ts';
import type { Binding, Frame } from './world.ts';

/** With more of them every value goes with every other. */
const COMBINATIONS_MAX = 64;

export function runEach(step: ScopeStep, matrix: Matrix, state: State, frame: Frame): void {
  const { each: _, ...once } = step;
  const { budget } = frame;
  const { all, isSample } = combinationsOf(matrix.of, state, frame);
  const [first, ...others] = distinct(all, matrix);
  const ways: State[] = [];
  const run = (combinations: readonly Combination[]): void => {
    const way = copyOf(state);
    const locals = withValues(combinations, matrix, frame);
    frame.world.runSteps([once], way, { ...frame, locals });
    ways.push(way);
  };
  if (first && (isSample || others.length >= COMBINATIONS_MAX)) run([first, ...others]);
  else if (first) {
    const steps = stepsTakenBy(budget, () => run([first]));
    if (hasSpare(budget, steps, others.length)) {
      for (const it of others) onSpareSteps(budget, () => run([it]));
    } else run(others);
  }
  join(state, ways);
  keepGiven(state, ways);
}

/** What one of the runs gives out counts for all, whatever others leave empty. */
function keepGiven({ outputs }: State, ways: readonly State[]): void {
  for (const name of new Set(ways.flatMap(way => way.outputs.differingFrom(outputs)))) {
    const given = outputs.get(name)?.filter(it => datumText(it) !== '') ?? [];
    if (given.length > 0) outputs.set(name, given);
  }
}

/** Of those that differ in nothing that is read one. */
function distinct(
  all: readonly Combination[],
  { name, of, reads }: Matrix,
): readonly Combination[] {
  const byKey = new Map(
    all.map(it => [
      JSON.stringify(reads.map(read => datumKey(valueIn(it, read, `${name}.${read}`, of.at)))),
      it,
    ]),
  );
  return [...byKey.values()];
}

function withValues(
  combinations: readonly Combination[],
  { name, of, reads }: Matrix,
  { locals }: Frame,
): ReadonlyMap<string, Binding> {
  const values = reads.map(read => {
    const spelled = `${name}.${read}`;
    const all = combinations.map(it => valueIn(it, read, spelled, of.at));
    const found = alternatives(all, of.at);
    return [spelled, { evaluate: () => found }] as const;
  });
  return new Map([...locals, ...values]);
}
