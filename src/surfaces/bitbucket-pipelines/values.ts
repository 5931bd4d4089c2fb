//! Variables of a pipeline, and what stands for them in the variables of a pipe.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, template, text, unknownExpression } from '../../domain/literal.ts';
import { type Hole, spanOf } from '../../domain/region.ts';
import {
  childOf,
  entriesOf,
  isEmpty,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';

/** `- name: X` of a custom pipeline: whoever starts it gives a value. */
export const variableEntries = (node: YamlNode | undefined): readonly Entry[] =>
  itemsOf(node).flatMap(item => {
    const name = textOf(childOf(item, 'name'));
    return name === undefined ? [] : [{ name, value: givenValue(name, item), at: item.at }];
  });

function givenValue(name: string, node: YamlNode): Expression {
  const { at } = node;
  const allowed = itemsOf(childOf(node, 'allowed-values')).flatMap(it => scalarOf(it) ?? []);
  if (allowed.length > 0)
    return { kind: 'choice', options: allowed.map(it => text(it.region)), at };
  const fallback = scalarOf(childOf(node, 'default'));
  const held = unknownExpression({ kind: 'held-by-platform', name }, at);
  return fallback && !isEmpty(fallback)
    ? { kind: 'choice', options: [text(fallback.region), held], at }
    : held;
}

/** `variables:` of a pipe. */
export const pipeInputs = (node: YamlNode | undefined): readonly Entry[] =>
  entriesOf(node).flatMap(({ key, value, at }) =>
    value.kind === 'scalar' ? [{ name: key.text, value: pipeValue(value), at }] : [],
  );

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

function pipeValue(scalar: YamlScalar): Expression {
  if (isEmpty(scalar)) return literal('', scalar.at);
  const { region } = scalar;
  const holes = [...region.text.matchAll(VARIABLE)].map((match): Hole => {
    const end = match.index + match[0].length;
    const at = spanOf(region, match.index, end);
    const name = match[1] ?? match[2] ?? '';
    const expression: Expression = { kind: 'reference', space: 'variable', name, at };
    return { start: match.index, end, expression };
  });
  return template({ ...region, holes });
}
