//! `variables:` of a pipeline, stage, job or template as assignments, in order.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/yaml-schema/variables

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { childOf, scalarOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { stepsFrom } from './arrangement.ts';
import { arranged, withoutBlocks } from './blocks.ts';
import type { Reading } from './reading.ts';
import { templateRun } from './templates.ts';
import { nodeValue } from './values.ts';
import { environmentName } from './variable-names.ts';

/** A group is held by the platform: its names stand nowhere in the repository. */
export function variableSteps(node: YamlNode | undefined, reading: Reading): readonly Step[] {
  const isList = node?.kind === 'sequence';
  return stepsFrom(arranged(node, reading), items =>
    items.flatMap(item =>
      isList ? listed(item.node, item.reading) : mapped(item.node, item.reading),
    ),
  );
}

function listed(item: YamlNode, reading: Reading): readonly Step[] {
  const mapping = withoutBlocks(item);
  const template = scalarOf(childOf(mapping, 'template'));
  if (template) return templateRun(template, childOf(mapping, 'parameters'), reading);
  const name = textOf(childOf(mapping, 'name'));
  const value = childOf(mapping, 'value');
  if (name === undefined || !value || childOf(mapping, 'group')) return [];
  return [assignment(name, nodeValue(value, reading), item.at)];
}

const mapped = (entry: YamlNode, reading: Reading): readonly Step[] =>
  entry.kind === 'mapping'
    ? entry.entries.flatMap(({ key, value, at }) =>
        key.text.includes('${{') ? [] : [assignment(key.text, nodeValue(value, reading), at)],
      )
    : [];

export const assignment = (name: string, value: Expression, at: Span): Step =>
  assigned(environmentName(name), value, at);

/** What each way of a `strategy: matrix` sets: a variable may have any one of their values. */
export function matrixSteps(node: YamlNode | undefined, reading: Reading): readonly Step[] {
  const byName = new Map<string, { options: Expression[]; at: Span }>();
  for (const way of withoutBlocks(childOf(node, 'matrix'))?.entries ?? []) {
    for (const { key, value, at } of withoutBlocks(way.value)?.entries ?? []) {
      const found = byName.get(key.text) ?? { options: [], at };
      found.options.push(nodeValue(value, reading));
      byName.set(key.text, found);
    }
  }
  return [...byName].map(([name, { options, at }]) =>
    assignment(name, { kind: 'choice', options, at }, at),
  );
}
