//! What makes several jobs of one: rows of `parallel: matrix`, and rules that set variables. Values of one stay together.
//! Source: https://docs.gitlab.com/ci/yaml/#parallelmatrix, https://docs.gitlab.com/ci/yaml/#rulesvariables

import type { Entry, Expression } from '../../domain/expression.ts';
import { childOf, entriesOf, itemsOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { inherited, type Lineage, type Reading, referenced, referenceOf } from './reading.ts';
import { variableEntries, variableValue } from './values.ts';

/** The variables that one of them has besides those of the job. */
export type Leg = readonly Entry[];

/** More of them than these are not told apart. */
const LEGS_MAX = 16;

/** One at least, unless no rule lets the job run. */
export function legsOf(lineage: Lineage, reading: Reading): readonly Leg[] {
  const ways = [
    ruleLegs(childOf(childOf(reading.root, 'workflow'), 'rules'), reading),
    ruleLegs(inherited(lineage, 'rules'), reading),
    matrixLegs(childOf(inherited(lineage, 'parallel'), 'matrix'), reading),
  ];
  const count = ways.reduce((product, legs) => product * legs.length, 1);
  if (count > LEGS_MAX) return [ways.flatMap(blended)];
  return ways.reduce((all, legs) => all.flatMap(leg => legs.map(it => [...leg, ...it])), [
    [],
  ] as const);
}

/** Where they cannot be told apart a variable may have any of its values. */
export function blended(legs: readonly Leg[]): Leg {
  const byName = new Map<string, Expression[]>();
  for (const { name, value } of legs.flat()) byName.set(name, [...(byName.get(name) ?? []), value]);
  return [...byName].flatMap(([name, options]) => {
    const [first, ...others] = options;
    if (!first) return [];
    const { at } = first;
    return [{ name, value: others.length === 0 ? first : { kind: 'choice', options, at }, at }];
  });
}

/** What a rule says besides its variables is not decided; one that lets nothing run is none. */
export function ruleLegs(node: YamlNode | undefined, reading: Reading): readonly Leg[] {
  const rules = rulesIn(node, reading, 0);
  if (!node || rules.length === 0) return [[]];
  const run = rules.filter(it => textOf(childOf(it, 'when')) !== 'never');
  const legs = run.map(it => variableEntries(childOf(it, 'variables'), reading));
  const plain = legs.findIndex(it => it.length === 0);
  return legs.filter((it, index) => it.length > 0 || index === plain);
}

/** GitLab's own limit for lists in lists. */
const LISTS_DEEP_MAX = 10;

function rulesIn(node: YamlNode | undefined, reading: Reading, depth: number): readonly YamlNode[] {
  if (!node || depth > LISTS_DEEP_MAX) return [];
  const names = referenceOf(node, reading);
  if (names) {
    const found = referenced(names, reading);
    // Of a job of another file nothing is known.
    return found ? rulesIn(found, reading, depth + 1) : [node];
  }
  return node.kind === 'sequence'
    ? node.items.flatMap(it => rulesIn(it, reading, depth + 1))
    : [node];
}

/** Each row is multiplied by itself. */
function matrixLegs(matrix: YamlNode | undefined, reading: Reading): readonly Leg[] {
  const legs = itemsOf(matrix).flatMap(row => rowLegs(row, reading));
  return legs.length === 0 ? [[]] : legs;
}

function rowLegs(row: YamlNode, reading: Reading): readonly Leg[] {
  let legs: readonly Leg[] = [[]];
  for (const { key, value, at } of entriesOf(row)) {
    const values = value.kind === 'sequence' ? value.items : [value];
    const options = values.flatMap(it =>
      it.kind === 'scalar' ? [variableValue(it, reading)] : [],
    );
    const [first] = options;
    if (!first) continue;
    const name = key.text;
    legs =
      legs.length * options.length > LEGS_MAX
        ? legs.map(leg => [...leg, { name, value: { kind: 'choice', options, at }, at }])
        : legs.flatMap(leg => options.map(it => [...leg, { name, value: it, at }]));
  }
  return legs;
}
