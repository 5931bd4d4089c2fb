//! `variables:` of a pipeline, stage, job or template as assignments, in order.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/variables

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { environmentName } from '../../domain/pipeline-variables.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, scalarOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { stepsFrom } from './arrangement.ts';
import { arranged, withoutBlocks } from './blocks.ts';
import { itemName } from './expressions.ts';
import type { Makers } from './handed-over.ts';
import { isTemplateText, type Reading } from './reading.ts';
import { templateRun } from './templates.ts';
import { nodeValue } from './values.ts';
import { environmentNameFrom } from './variable-names.ts';

/** A group is held by the platform: its names stand nowhere in the repository. */
export function variableSteps(node: YamlNode | undefined, reading: Reading): readonly Step[] {
  if (node?.kind === 'scalar') return putIn(node, reading);
  const one = node?.kind === 'sequence' ? listed : mapped;
  const all = arranged(node, reading);
  return stepsFrom(all, items => items.flatMap(it => one(it.node, it.reading)), assignmentsFrom);
}

/** `variables: ${{ parameters.variables }}`: names and values, or a list of such. */
const putIn = (node: YamlNode, reading: Reading): readonly Step[] =>
  isTemplateText(node) ? assignmentsFrom(nodeValue(node, reading)) : [];

/** Names and values of an object, or of a list of such. */
export function assignmentsFrom(of: Expression): readonly Step[] {
  const { at } = of;
  const named: Expression = { kind: 'call', name: 'named-values', args: [of], at };
  const item: Expression = { kind: 'reference', space: 'variable', name: EACH_VARIABLE, at };
  const member = (name: string): Expression => ({ kind: 'member', of: item, name, at });
  const body = [assignmentFrom(member('key'), member('value'), at)];
  return [{ kind: 'loop', variable: EACH_VARIABLE, isInTurn: true, items: [named], body, at }];
}

/** A template of variables is handed no steps. */
const NO_MAKERS: Makers = { stages: () => [], jobs: () => [], steps: () => [] };

const EACH_VARIABLE = itemName('variable of an object');

function listed(item: YamlNode, reading: Reading): readonly Step[] {
  if (item.kind === 'scalar') return putIn(item, reading);
  const mapping = withoutBlocks(item);
  const template = scalarOf(childOf(mapping, 'template'));
  if (template) return templateRun(template, childOf(mapping, 'parameters'), reading, NO_MAKERS);
  const name = textOf(childOf(mapping, 'name'));
  const value = childOf(mapping, 'value');
  if (name === undefined || !value || childOf(mapping, 'group')) return [];
  return [namedBy(childOf(mapping, 'name'), nodeValue(value, reading), item.at, reading)];
}

/** A template may put the name in. */
function namedBy(node: YamlNode | undefined, value: Expression, at: Span, reading: Reading): Step {
  const name = textOf(node) ?? '';
  if (!node || !name.includes('${{')) return assignment(name, value, at);
  return assignmentFrom(nodeValue(node, reading), value, at);
}

const mapped = (entry: YamlNode, reading: Reading): readonly Step[] =>
  entry.kind === 'mapping'
    ? entry.entries.flatMap(({ key, value, at }) =>
        namedBy(key, nodeValue(value, reading), at, reading),
      )
    : [];

export const assignment = (name: string, value: Expression, at: Span): Step =>
  assigned(environmentName(name), value, at);

const assignmentFrom = (name: Expression, value: Expression, at: Span): Step => ({
  ...assigned('', value, at),
  nameFrom: environmentNameFrom(name),
});
