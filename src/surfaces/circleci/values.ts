//! Texts of a configuration with their `<< … >>` to expressions.
//! Source: https://circleci.com/docs/reference/configuration-reference/

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, template, text, unknownExpression } from '../../domain/literal.ts';
import { type Hole, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
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
import type { Argument, Reading } from './reading.ts';

/** `<< parameters.x >>`, `<<# parameters.x >>`, `<</ parameters.x >>`; `\<<` is text. */
const EXPRESSION = /(?<!\\)<<\s*([#/^]?)\s*([\w.-]+)\s*>>/g;

export function scalarValue(scalar: YamlScalar, reading: Reading): Expression {
  if (isEmpty(scalar)) return literal('', scalar.at);
  const { region } = scalar;
  const holes = [...region.text.matchAll(EXPRESSION)].map((match): Hole => {
    const [whole, sign = '', name = ''] = match;
    const end = match.index + whole.length;
    const at = spanOf(region, match.index, end);
    // Where a section begins and ends nothing stands; what is in it may be left out.
    const expression = sign === '' ? named(name, at, reading) : literal('', at);
    return { start: match.index, end, expression };
  });
  return template({ ...region, holes });
}

function named(name: string, at: Span, reading: Reading): Expression {
  const [space, second = '', third = ''] = name.split('.');
  const held = unknownExpression({ kind: 'held-by-platform', name }, at);
  if (space === 'parameters') return reading.parameters.get(second)?.value ?? held;
  if (space !== 'pipeline' || second !== 'parameters') return held;
  const parameter = childOf(reading.pipelineParameters, third);
  const spelled = spelledValues(parameter);
  if (spelled.length === 0) return held;
  return isClosed(parameter)
    ? { kind: 'choice', options: spelled, at }
    : { kind: 'choice', options: [...spelled, held], at };
}

/** The default of a parameter, or every value that its type knows. */
function spelledValues(parameter: YamlNode | undefined): readonly Expression[] {
  const type = textOf(childOf(parameter, 'type'));
  const at = parameter?.at;
  if (type === 'boolean' && at) return [literal('true', at), literal('false', at)];
  if (type === 'enum') {
    return itemsOf(childOf(parameter, 'enum')).flatMap(it =>
      it.kind === 'scalar' ? [text(it.region)] : [],
    );
  }
  const fallback = scalarOf(childOf(parameter, 'default'));
  return fallback && !isEmpty(fallback) ? [text(fallback.region)] : [];
}

const isClosed = (parameter: YamlNode | undefined): boolean =>
  /^(?:boolean|enum)$/.test(textOf(childOf(parameter, 'type')) ?? '');

/** `environment:`, a mapping or a list of `NAME=value` and mappings. */
export function environmentEntries(node: YamlNode | undefined, reading: Reading): readonly Entry[] {
  if (node?.kind === 'sequence') return node.items.flatMap(it => environmentEntries(it, reading));
  return entriesOf(node).flatMap(({ key, value, at }) =>
    value.kind === 'scalar' ? [{ name: key.text, value: scalarValue(value, reading), at }] : [],
  );
}

/** What a job or command is given for each parameter it declares: by its callers, or by its default. */
export function argumentsOf(
  declared: YamlNode | undefined,
  given: (parameter: string) => readonly YamlNode[],
  caller: Reading,
): ReadonlyMap<string, Argument> {
  const all = entriesOf(declared).map(({ key, value }): readonly [string, Argument] => {
    const nodes = given(key.text);
    const known = nodes.length > 0 ? nodes : [childOf(value, 'default')];
    const options = known.map(it => argumentValue(it, key.text, value.at, caller));
    const [first, ...others] = options;
    const at = value.at;
    const joined: Expression =
      first && others.length === 0 ? first : { kind: 'choice', options, at };
    const [node] = known;
    return [key.text, { value: joined, ...(node ? { node, reading: caller } : {}) }];
  });
  return new Map(all);
}

function argumentValue(
  node: YamlNode | undefined,
  name: string,
  at: Span,
  caller: Reading,
): Expression {
  if (node?.kind === 'scalar') return scalarValue(node, caller);
  return unknownExpression({ kind: 'held-by-platform', name: `parameters.${name}` }, at);
}
