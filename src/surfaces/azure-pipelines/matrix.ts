//! `strategy: matrix`: each leg is a job of its own, with the variables that it sets.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/jobs-job-strategy

import type { Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { entriesOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { jobScope } from './arrangement.ts';
import { withoutBlocks } from './blocks.ts';
import { itemName } from './expressions.ts';
import { isTemplateText, type Reading } from './reading.ts';
import { nodeValue } from './values.ts';
import { assignment, assignmentsFrom, variableSteps } from './variables.ts';

/** More legs than these are not told apart. */
const LEGS_MAX = 16;

export function legsOf(
  matrix: YamlNode | undefined,
  steps: readonly Step[],
  reading: Reading,
): readonly Step[] {
  if (!matrix) return steps;
  if (isTemplateText(matrix)) return [legsFrom(nodeValue(matrix, reading), steps)];
  const legs = entriesOf(withoutBlocks(matrix)).map(it => it.value);
  if (legs.length > LEGS_MAX) return [...blended(legs, reading), ...steps];
  return legs.length === 0
    ? steps
    : legs.map(leg => jobScope([...variableSteps(leg, reading), ...steps], leg.at));
}

/** The legs are an object that whoever calls the template gives. */
function legsFrom(of: Expression, steps: readonly Step[]): Step {
  const { at } = of;
  const leg: Expression = { kind: 'reference', space: 'variable', name: LEG, at };
  const variables = assignmentsFrom({ kind: 'member', of: leg, name: 'value', at });
  const body = [jobScope([...variables, ...steps], at)];
  const items: readonly Expression[] = [{ kind: 'elements', of, at }];
  return { kind: 'loop', variable: LEG, isInTurn: true, items, body, at };
}

const LEG = itemName('leg of a matrix');

/** A variable may have any one of the values that the legs give it. */
function blended(legs: readonly YamlNode[], reading: Reading): readonly Step[] {
  const byName = new Map<string, { readonly options: Expression[]; readonly at: Span }>();
  for (const { key, value, at } of legs.flatMap(it => entriesOf(withoutBlocks(it)))) {
    const found = byName.get(key.text) ?? { options: [], at };
    found.options.push(nodeValue(value, reading));
    byName.set(key.text, found);
  }
  return [...byName].map(([name, { options, at }]) =>
    assignment(name, { kind: 'choice', options, at }, at),
  );
}
