//! Loops: as many rounds as the arguments of a script give, or one round or none where that cannot be told.

import type { LoopStep } from '../domain/step.ts';
import { leave } from './branches.ts';
import { outcomeOf } from './conditions.ts';
import {
  type Alternatives,
  alternatives,
  type Datum,
  datumText,
  isManyElements,
  stringDatum,
  unknownDatum,
} from './datum.ts';
import { elementChoices } from './elements.ts';
import { evaluate } from './evaluate.ts';
import { foldersOver } from './folder-loops.ts';
import { endingWith, join, rejoin } from './join.ts';
import { copyOf, type State } from './state.ts';
import type { Frame } from './world.ts';

/** Nobody gives a script more arguments by hand. */
const ROUNDS_MAX = 32;

export function loop(step: LoopStep, state: State, frame: Frame): void {
  const given = step.isInTurn ? roundsOf(step, state, frame) : argumentsOver(step, state, frame);
  endingWith('loop', state, () => {
    const isOver = given ? runForEach(given, step, state, frame) : runWhile(step, state, frame);
    if (!isOver) runOnce(step, foldersOver(step, state, frame), state, frame);
  });
}

/** One round, or none; the variable is any one of the items, or each folder for itself. */
function runOnce(
  step: LoopStep,
  folders: readonly Datum[] | undefined,
  state: State,
  frame: Frame,
): void {
  const items = folders ? folders.map(it => [it]) : [itemsOf(step, state, frame)];
  const ways = items.map(item => {
    const way = copyOf(state);
    if (step.variable !== undefined) way.variables.set(step.variable, item);
    frame.world.runSteps(step.body, way, { ...frame, isConditional: true });
    rejoin(way, 'round');
    rejoin(way, 'loop');
    return way;
  });
  join(state, [...ways, copyOf(state)]);
}

function itemsOf(step: LoopStep, state: State, frame: Frame): Alternatives {
  const items = step.items.flatMap(item => elementChoices(item, state, frame).flat());
  const none = unknownDatum({ kind: 'not-evaluated', text: step.variable ?? '' }, step.at);
  return items.length === 0 ? [none] : alternatives(items, step.at);
}

/** `for x in "$@"` where the caller's arguments are known; `undefined` for every other loop. */
function argumentsOver(step: LoopStep, state: State, frame: Frame): readonly Datum[] | undefined {
  const [only, ...others] = step.items;
  if (step.variable === undefined || only?.kind !== 'elements' || others.length > 0) {
    return undefined;
  }
  const { of } = only;
  if (of.kind !== 'reference' || of.space !== 'argument') return undefined;
  const [list] = evaluate(of, state, frame);
  return list?.kind === 'list' && list.items.length <= ROUNDS_MAX ? list.items : undefined;
}

/** `undefined` where it cannot be told which items there are, or there are more than are followed. */
function roundsOf(step: LoopStep, state: State, frame: Frame): readonly Datum[] | undefined {
  const rounds: Datum[] = [];
  for (const item of step.items) {
    const [only, ...others] = evaluate(item, state, frame);
    const items = only && others.length === 0 ? itemsIn(only) : undefined;
    if (!items) return undefined;
    rounds.push(...items);
  }
  return rounds.length <= ROUNDS_MAX && !rounds.some(isManyElements) ? rounds : undefined;
}

function itemsIn(datum: Datum): readonly Datum[] | undefined {
  switch (datum.kind) {
    case 'list':
      return datum.items;
    case 'object':
      return [...datum.entries].map(([name, value]) => {
        const key = stringDatum(name, datum.at);
        return { kind: 'object', entries: new Map(Object.entries({ key, value })), at: datum.at };
      });
    case 'absent':
      return [];
    case 'string':
    case 'unknown':
    case 'unset':
      return undefined;
  }
}

/** Gives true: it is known how the loop ends. */
function runForEach(items: readonly Datum[], step: LoopStep, state: State, frame: Frame): boolean {
  for (const item of items) {
    state.variables.set(step.variable ?? '', [item]);
    if (!runRound(step, state, frame)) break;
  }
  return true;
}

/** Gives false where a round may follow or not. */
function runWhile(step: LoopStep, state: State, frame: Frame): boolean {
  if (!step.when) return false;
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const holds = outcomeOf(step.when, state, frame);
    if (round === 0) leave({ ...step, arms: [step.body] }, holds === false ? 1 : 0, state, frame);
    if (holds !== true) return holds === false;
    const before = progressOf(state);
    if (!runRound(step, state, frame)) return true;
    frame.world.runSteps(step.test ?? [], state, frame);
    // A loop that waits for something else is followed for one round.
    if (progressOf(state).every((it, index) => it === before[index])) return true;
  }
  return true;
}

/** What a loop over arguments changes from round to round: `shift`, `getopts`. */
const progressOf = ({ arguments: given, variables }: State): readonly (string | undefined)[] => [
  given?.length.toString(),
  datumText(variables.get('OPTIND')?.[0] ?? { kind: 'absent' }),
];

/** Gives false when no other round follows: something left the loop for sure. */
function runRound(step: LoopStep, state: State, frame: Frame): boolean {
  frame.world.runSteps(step.body, state, frame);
  rejoin(state, 'round');
  return state.stopped === undefined;
}
