//! A matrix to its combinations: lists that are multiplied, less `exclude`, and more by `include`.
//! Source: https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations

import type { Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import {
  blended,
  combinations,
  type Datum,
  datumKey,
  isKnown,
  stringDatum,
  unknownDatum,
} from './datum.ts';
import { evaluate } from './evaluate.ts';
import type { State } from './state.ts';
import type { Frame } from './world.ts';

export interface Combination {
  readonly values: ReadonlyMap<string, Datum>;
  /** There may be more values in it. */
  readonly isOpen: boolean;
}

export interface Combinations {
  readonly all: readonly Combination[];
  /** They hold every value, and not every value with every other. */
  readonly isSample: boolean;
}

/** GitHub refuses a matrix that makes more jobs than this. */
const JOBS_MAX = 256;

/** What an object of `include` may be when its values may be several. */
const CHOICES_MAX = 8;

type Values = ReadonlyMap<string, Datum>;

export function combinationsOf(of: Expression, state: State, frame: Frame): Combinations {
  if (of.kind === 'object') {
    const axes = of.entries
      .filter(it => !isSpecial(it.name))
      .map(it => [it.name, valuesOf(it.value, state, frame)] as const);
    const objects = (name: string): Objects =>
      objectsIn(of.entries.find(it => it.name === name)?.value, state, frame);
    return multiplied(axes, objects('include'), objects('exclude'));
  }
  const several = evaluate(of, state, frame).map(combinationsIn);
  return { all: several.flatMap(it => it.all), isSample: several.some(it => it.isSample) };
}

const isSpecial = (name: string): boolean => name === 'include' || name === 'exclude';

/** What an expression gave: `fromJSON(needs.plan.outputs.matrix)`. */
export function combinationsIn(datum: Datum): Combinations {
  if (datum.kind !== 'object') return { all: [ANYTHING], isSample: false };
  const axes = [...datum.entries].filter(([name]) => !isSpecial(name));
  return multiplied(
    axes.map(([name, it]) => [name, it.kind === 'list' ? it.items : [it]] as const),
    objectsOf([datum.entries.get('include') ?? NONE]),
    objectsOf([datum.entries.get('exclude') ?? NONE]),
  );
}

const ANYTHING: Combination = { values: new Map(), isOpen: true };

const NONE: Datum = { kind: 'absent' };

/** An item that may be several is all of them. */
const valuesOf = (list: Expression, state: State, frame: Frame): readonly Datum[] =>
  list.kind === 'list'
    ? list.items.flatMap(it => evaluate(it, state, frame))
    : evaluate(list, state, frame).flatMap(it => (it.kind === 'list' ? it.items : [it]));

interface Objects {
  readonly all: readonly Values[];
  /** There may be more of them. */
  readonly isOpen: boolean;
}

function objectsIn(list: Expression | undefined, state: State, frame: Frame): Objects {
  if (list?.kind !== 'list') return objectsOf(list ? evaluate(list, state, frame) : [NONE]);
  const parts = list.items.map(item =>
    item.kind === 'object'
      ? { all: objectChoices(item, state, frame), isOpen: false }
      : objectsOf([{ kind: 'list', items: evaluate(item, state, frame), at: item.at }]),
  );
  return { all: parts.flatMap(it => it.all), isOpen: parts.some(it => it.isOpen) };
}

function objectChoices(
  { entries, at }: Expression & { kind: 'object' },
  state: State,
  frame: Frame,
): readonly Values[] {
  const choices = entries.map(it => evaluate(it.value, state, frame));
  const rows = combinations(choices, CHOICES_MAX) ?? [choices.map(it => blended(it, at))];
  return rows.map(row => new Map(entries.map((it, index) => [it.name, row[index] ?? NONE])));
}

function objectsOf(lists: readonly Datum[]): Objects {
  const items = lists.flatMap(it => (it.kind === 'list' ? it.items : [it]));
  return {
    all: items.flatMap(it => (it.kind === 'object' ? [it.entries] : [])),
    isOpen: items.some(it => it.kind === 'unknown' || it.kind === 'unset'),
  };
}

type Axes = readonly (readonly [string, readonly Datum[]])[];

function multiplied(axes: Axes, include: Objects, exclude: Objects): Combinations {
  const names = new Set(axes.map(([name]) => name));
  const product = productOf(axes);
  const base = (product ?? sampleOf(axes)).filter(
    values => !exclude.all.some(it => matchOf(it, values, names) === 'yes'),
  );
  const all = withIncluded(base, include.all.slice(0, JOBS_MAX), names);
  const { isOpen } = include;
  return {
    all: [...all.map(values => ({ values, isOpen })), ...(isOpen ? [ANYTHING] : [])],
    isSample: product === undefined,
  };
}

/** `undefined` when they are more than GitHub runs. */
function productOf(axes: Axes): readonly Values[] | undefined {
  if (axes.length === 0) return [];
  const rows = combinations(
    axes.map(([, values]) => values),
    JOBS_MAX,
  );
  return rows?.map(row => new Map(axes.map(([name], index) => [name, row[index] ?? NONE])));
}

/** Each value once at least. */
function sampleOf(axes: Axes): readonly Values[] {
  const length = Math.max(...axes.map(([, values]) => values.length));
  return Array.from(
    { length: Math.min(length, JOBS_MAX) },
    (_, at) => new Map(axes.map(([name, values]) => [name, values[at % values.length] ?? NONE])),
  );
}

/** Values are added where none of the matrix itself would change; what fits nowhere is one more combination. */
function withIncluded(
  base: readonly Values[],
  include: readonly Values[],
  names: ReadonlySet<string>,
): readonly Values[] {
  const extended = base.map(it => new Map(it));
  const more: Values[] = [];
  for (const object of include) {
    let fits = false;
    for (const [index, values] of base.entries()) {
      const match = matchOf(object, values, names);
      const into = extended[index];
      if (match === 'no' || !into) continue;
      fits = true;
      if (match === 'maybe') more.push(new Map([...into, ...object]));
      else for (const [name, value] of object) into.set(name, value);
    }
    if (!fits) more.push(object);
  }
  return [...extended, ...more];
}

/** Whether all that both say is the same; of `object` only what is among `names` counts. */
function matchOf(
  object: Values,
  values: Values,
  names: ReadonlySet<string>,
): 'yes' | 'no' | 'maybe' {
  let match: 'yes' | 'maybe' = 'yes';
  for (const [name, value] of object) {
    const own = values.get(name);
    if (!names.has(name) || !own || datumKey(own) === datumKey(value)) continue;
    if (isKnown(own) && isKnown(value)) return 'no';
    match = 'maybe';
  }
  return match;
}

/** What a combination says of a name; nothing is an empty text. */
export function valueIn(
  { values, isOpen }: Combination,
  name: string,
  spelled: string,
  at: Span,
): Datum {
  const value = values.get(name);
  if (value && value.kind !== 'absent') return value;
  return isOpen ? unknownDatum({ kind: 'not-evaluated', text: spelled }, at) : stringDatum('', at);
}
