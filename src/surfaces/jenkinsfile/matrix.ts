//! `matrix`: a cell for each combination of the values of its axes, with those as variables of the environment.
//! Source: https://www.jenkins.io/doc/book/pipeline/syntax/#declarative-matrix

import type { Entry } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  type GroovyCall,
  type GroovyClosure,
  type GroovyStatement,
  type GroovyString,
  textOf,
} from '../../languages/groovy/tree.ts';

export interface Axis {
  readonly name: string;
  readonly values: readonly GroovyString[];
}

const callsIn = (statements: readonly GroovyStatement[], name: string): readonly GroovyCall[] =>
  statements.flatMap(it =>
    it.kind === 'expression' && it.of.kind === 'call' && it.of.name === name ? [it.of] : [],
  );

const blocksIn = (statements: readonly GroovyStatement[], name: string): readonly GroovyClosure[] =>
  callsIn(statements, name).flatMap(({ args }) => {
    const block = args.at(-1)?.value;
    return block?.kind === 'closure' ? [block] : [];
  });

/** `axis { name 'X'; values 'a', 'b' }`. */
export function axisOf({ body }: GroovyClosure): Axis | undefined {
  const name = textOf(callsIn(body, 'name')[0]?.args[0]?.value);
  const values = callsIn(body, 'values').flatMap(it => it.args.map(arg => arg.value));
  const texts = values.flatMap(it => (it.kind === 'string' ? [it] : []));
  return name === undefined ? undefined : { name, values: texts };
}

const axesIn = (statements: readonly GroovyStatement[]): readonly Axis[] =>
  blocksIn(statements, 'axis').flatMap(it => axisOf(it) ?? []);

type Cell = readonly Entry[];

/** More cells than these are not told apart. */
const CELLS_MAX = 16;

/** What stands in the matrix, once for each cell, all of them beside each other. */
export function cellSteps({ body, at }: GroovyClosure, steps: readonly Step[]): readonly Step[] {
  const axes = blocksIn(body, 'axes').flatMap(it => axesIn(it.body));
  const excluded = blocksIn(body, 'excludes').flatMap(it => blocksIn(it.body, 'exclude'));
  const cells = cellsOf(axes).filter(
    cell => !excluded.some(it => isExcluded(cell, axesIn(it.body))),
  );
  const arms = cells.map((environment): readonly Step[] => [
    { kind: 'scope', ends: 'process', environment, body: steps, at },
  ]);
  const [only, ...others] = arms;
  if (!only || others.length === 0) return only ?? steps;
  return [{ kind: 'branch', arms, isExhaustive: true, areTogether: true, at }];
}

function cellsOf(axes: readonly Axis[]): readonly Cell[] {
  const count = axes.reduce((product, it) => product * it.values.length, 1);
  if (count > CELLS_MAX) return [axes.flatMap(anyOf)];
  return axes.reduce<readonly Cell[]>(
    (cells, { name, values }) =>
      cells.flatMap(cell =>
        values.map(it => [...cell, { name, value: literal(it.region.text, it.at), at: it.at }]),
      ),
    [[]],
  );
}

function anyOf({ name, values }: Axis): Cell {
  const [first] = values;
  if (!first) return [];
  const options = values.map(it => literal(it.region.text, it.at));
  return [{ name, value: { kind: 'choice', options, at: first.at }, at: first.at }];
}

/** Values of other names than a cell has exclude nothing. */
const isExcluded = (cell: Cell, axes: readonly Axis[]): boolean =>
  axes.length > 0 &&
  axes.every(({ name, values }) =>
    cell.some(
      it =>
        it.name === name &&
        it.value.kind === 'text' &&
        values.some(value => value.region.text === textIn(it)),
    ),
  );

const textIn = ({ value }: Entry): string => (value.kind === 'text' ? value.region.text : '');
