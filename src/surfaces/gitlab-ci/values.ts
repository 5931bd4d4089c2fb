//! Values of a pipeline: `$X` and `${X}` in variables, `$[[ inputs.x ]]` anywhere.
//! Source: https://docs.gitlab.com/ci/variables/where_variables_can_be_used/

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, template } from '../../domain/literal.ts';
import { spanOf } from '../../domain/region.ts';
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
import { heldByPlatform, inputHoles } from './inputs.ts';
import { type Lineage, type Reading, referenced, referenceOf } from './reading.ts';

const VARIABLE = /\$\$|\$(?:(\w+)|\{(\w+)\})/g;

/** A script: the shell sees its variables, GitLab fills in the inputs. */
export function scriptValue({ region }: YamlScalar, reading: Reading): Expression {
  return template({ ...region, holes: inputHoles(region, reading) });
}

/** The value of a variable: GitLab fills in other variables too. */
export function variableValue(scalar: YamlScalar, reading: Reading): Expression {
  if (isEmpty(scalar)) return literal('', scalar.at);
  const { region } = scalar;
  const inputs = inputHoles(region, reading);
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
  // The job stands in another file: its variables are set by then.
  const other = names?.[2];
  if (!found && other !== undefined) {
    return { kind: 'reference', space: 'variable', name: other, at: node.at };
  }
  if (found?.kind === 'scalar') return variableValue(found, reading);
  const options = itemsOf(childOf(found, 'options')).flatMap(it => scalarOf(it) ?? []);
  if (options.length > 0) {
    return { kind: 'choice', options: options.map(it => variableValue(it, reading)), at: node.at };
  }
  const value = scalarOf(childOf(found, 'value'));
  return value ? variableValue(value, reading) : heldByPlatform(name, node.at);
}

/** Jobs of other files whose variables those here are made of. */
export function variablesElsewhere(
  node: YamlNode | undefined,
  reading: Reading,
): readonly string[] {
  const nodes = node ? [node, ...entriesOf(node).map(it => it.value)] : [];
  return nodes.flatMap(it => {
    const names = referenceOf(it, reading);
    const isHere = !names || referenced(names, reading) !== undefined;
    return isHere || names[1] !== 'variables' ? [] : names.slice(0, 1);
  });
}

/** Of the job and of all it extends; the farthest first, so that the nearest counts. */
export function inheritedVariables({ nodes }: Lineage, reading: Reading): readonly Entry[] {
  return nodes
    .toReversed()
    .flatMap(node => [
      ...variableEntries(childOf(node, 'variables'), reading),
      ...tokenEntries(node),
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
