//! The `parameters:` of a pipeline, which a person may give, and of a template, which its caller gives.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/runtime-parameters

import type { Expression } from '../../domain/expression.ts';
import type { Parameter } from '../../domain/facts.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { childOf, isEmpty, itemsOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import type { Reading } from './reading.ts';
import { nodeValue } from './values.ts';

interface Declared {
  /** Lower case. */
  readonly name: string;
  readonly fallback?: YamlNode;
  readonly isBoolean: boolean;
  readonly values: readonly YamlNode[];
  readonly at: Span;
}

/** A list of declarations, or the older mapping of names to defaults. */
function declared(node: YamlNode | undefined): readonly Declared[] {
  if (node?.kind === 'mapping') {
    return node.entries.map(({ key, value }) => ({
      name: key.text.toLowerCase(),
      fallback: value,
      isBoolean: false,
      values: [],
      at: key.region.at,
    }));
  }
  return itemsOf(node).flatMap(item => {
    const name = textOf(childOf(item, 'name'))?.toLowerCase();
    const fallback = childOf(item, 'default');
    const isBoolean = textOf(childOf(item, 'type')) === 'boolean';
    const values = itemsOf(childOf(item, 'values'));
    const given = fallback && !isEmpty(fallback) ? { fallback } : {};
    return name === undefined ? [] : [{ name, isBoolean, values, at: item.at, ...given }];
  });
}

export const namesOf = (node: YamlNode | undefined): readonly string[] =>
  declared(node).map(it => it.name);

export const templateParameters = (
  node: YamlNode | undefined,
  reading: Reading,
): readonly Parameter[] =>
  declared(node).map(({ name, fallback, at }) => ({
    name,
    ...(fallback ? { fallback: nodeValue(fallback, reading) } : {}),
    at,
  }));

export const inputReference: Reading['parameter'] = (name, at) => ({
  kind: 'reference',
  space: 'input',
  name,
  at,
});

/** What a run may be started with: each value that the file spells, and any other where it allows that; nobody types a list. */
export function pipelineParameters(
  node: YamlNode | undefined,
  base: Reading,
): Reading['parameter'] {
  const byName = new Map(declared(node).map(it => [it.name, it]));
  return (name, at) => {
    const held = unknownExpression({ kind: 'held-by-platform', name: `parameters.${name}` }, at);
    const found = byName.get(name);
    if (!found) return held;
    const options = spelledValues(found, base);
    const isLong = found.fallback !== undefined && found.fallback.kind !== 'scalar';
    const isClosed = isLong || found.isBoolean || found.values.length > 0;
    const all = isClosed && options.length > 0 ? options : [...options, held];
    const [only, ...others] = all;
    return only && others.length === 0 ? only : { kind: 'choice', options: all, at };
  };
}

function spelledValues(
  { isBoolean, values, fallback, at }: Declared,
  reading: Reading,
): readonly Expression[] {
  if (isBoolean) return [literal('true', at), literal('false', at)];
  if (values.length > 0) return values.map(it => nodeValue(it, reading));
  return fallback ? [nodeValue(fallback, reading)] : [];
}
