//! Values of a pipeline: `$X` and `${X}` in variables, `$[[ inputs.x ]]` anywhere.
//! Source: https://docs.gitlab.com/ci/variables/where_variables_can_be_used/

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, type Region, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import {
  childOf,
  entriesOf,
  isEmpty,
  itemsOf,
  scalarOf,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { type Lineage, type Reading, referenced, referenceOf } from './reading.ts';

export const heldByPlatform = (name: string, at: Span): Expression =>
  unknownExpression({ kind: 'held-by-platform', name }, at);

const VARIABLE = /\$\$|\$(?:(\w+)|\{(\w+)\})/g;
const INPUT = /\$\[\[\s*inputs\.([\w-]+)[^\]]*\]\]/g;

/** A script: the shell sees its variables, GitLab fills in the inputs. */
export function scriptValue({ region }: YamlScalar, reading: Reading): Expression {
  const holes = [...region.text.matchAll(INPUT)].map(match => inputHole(match, region, reading));
  return template({ ...region, holes });
}

/** The value of a variable: GitLab fills in other variables too. */
export function variableValue(scalar: YamlScalar, reading: Reading): Expression {
  if (isEmpty(scalar)) return literal('', scalar.at);
  const { region } = scalar;
  const inputs = [...region.text.matchAll(INPUT)].map(match => inputHole(match, region, reading));
  const variables = [...region.text.matchAll(VARIABLE)].flatMap(match => {
    const name = match[1] ?? match[2];
    const at = spanOf(region, match.index, match.index + match[0].length);
    const expression: Expression =
      name === undefined ? literal('$', at) : { kind: 'reference', space: 'variable', name, at };
    return [{ start: match.index, end: match.index + match[0].length, expression }];
  });
  return template({
    ...region,
    holes: [...inputs, ...variables].toSorted((a, b) => a.start - b.start),
  });
}

function inputHole(match: RegExpMatchArray, region: Region, reading: Reading): Hole {
  const start = match.index ?? 0;
  const end = start + match[0].length;
  const at = spanOf(region, start, end);
  const name = match[1] ?? '';
  const input = childOf(reading.inputs, name);
  const fallback = scalarOf(childOf(input, 'default'));
  const held = heldByPlatform(`inputs.${name}`, at);
  const options = itemsOf(childOf(input, 'options')).flatMap(it => scalarOf(it) ?? []);
  const known = options.length > 0 ? options : fallback ? [fallback] : [];
  const all = known.map(it => literal(it.text, it.at));
  const expression: Expression =
    options.length > 0
      ? { kind: 'choice', options: all, at }
      : { kind: 'choice', options: [...all, held], at };
  return { start, end, expression: all.length === 0 ? held : expression };
}

/** `variables:`, with what a longer form says of each. */
export function variableEntries(node: YamlNode | undefined, reading: Reading): readonly Entry[] {
  if (!node) return [];
  const names = referenceOf(node, reading);
  const mapping = names ? referenced(names, reading) : node;
  return entriesOf(mapping).map(({ key, value, at }) => ({
    name: key.text,
    value: entryValue(key.text, value, reading),
    at,
  }));
}

function entryValue(name: string, node: YamlNode, reading: Reading): Expression {
  const names = referenceOf(node, reading);
  const found = names ? referenced(names, reading) : node;
  if (found?.kind === 'scalar') return variableValue(found, reading);
  const options = itemsOf(childOf(found, 'options')).flatMap(it => scalarOf(it) ?? []);
  if (options.length > 0) {
    return { kind: 'choice', options: options.map(it => variableValue(it, reading)), at: node.at };
  }
  const value = scalarOf(childOf(found, 'value'));
  return value ? variableValue(value, reading) : heldByPlatform(name, node.at);
}

/** Of the job and of all it extends; the farthest first, so that the nearest counts. */
export function inheritedVariables({ nodes }: Lineage, reading: Reading): readonly Entry[] {
  return nodes
    .toReversed()
    .flatMap(node => [
      ...variableEntries(childOf(node, 'variables'), reading),
      ...tokenEntries(node),
      ...matrixEntries(node, reading),
    ]);
}

/** `id_tokens:` and `secrets:`: GitLab or a vault makes the values. */
const tokenEntries = (node: YamlMapping): readonly Entry[] =>
  ['id_tokens', 'secrets'].flatMap(key =>
    entriesOf(childOf(node, key)).map(({ key: name, at }) => ({
      name: name.text,
      value: heldByPlatform(`${key}.${name.text}`, at),
      at,
    })),
  );

/** `parallel: matrix:`: each variable is any of the values that stand in any of the rows. */
function matrixEntries(node: YamlMapping, reading: Reading): readonly Entry[] {
  const rows = itemsOf(childOf(childOf(node, 'parallel'), 'matrix'));
  const options = new Map<string, Expression[]>();
  for (const { key, value } of rows.flatMap(entriesOf)) {
    const values = value.kind === 'sequence' ? value.items : [value];
    const known = values.flatMap(it => (it.kind === 'scalar' ? [variableValue(it, reading)] : []));
    options.set(key.text, [...(options.get(key.text) ?? []), ...known]);
  }
  return [...options].map(([name, all]) => ({
    name,
    value: { kind: 'choice', options: all, at: node.at },
    at: node.at,
  }));
}
