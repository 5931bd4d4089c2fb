//! The variables of a container: `env`, `envFrom`, and maps of them in the values of a chart.
//! Source: https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/

import type { Entry, Expression } from '../../domain/expression.ts';
import { settingsOf } from '../../domain/image-program.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  entriesOf,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { kindOf, nameOf, type Reading, valueOfScalar } from './reading.ts';

const NONE: ReadonlySet<string> = new Set();

/** What stands later takes the place of what stands before. */
export function environmentOf(container: YamlNode, reading: Reading): readonly Entry[] {
  const from = itemsOf(childOf(container, 'envFrom')).flatMap(it => sharedEntries(it, reading));
  return [...from, ...listedEntries(childOf(container, 'env'), reading)];
}

function listedEntries(node: YamlNode | undefined, reading: Reading): readonly Entry[] {
  const names = new Set<string>();
  return itemsOf(node).flatMap(item => {
    const name = textOf(childOf(item, 'name'));
    if (name === undefined) return [];
    const value = entryValue(name, item, reading, names);
    names.add(name);
    return [{ name, value, at: item.at }];
  });
}

function entryValue(
  name: string,
  item: YamlNode,
  reading: Reading,
  names: ReadonlySet<string>,
): Expression {
  const value = scalarOf(childOf(item, 'value'));
  if (value) return valueOfScalar(value, reading, names);
  const from = childOf(item, 'valueFrom');
  if (!from) return literal('', item.at);
  const reference = childOf(from, 'secretKeyRef') ?? childOf(from, 'configMapKeyRef');
  const held = [textOf(childOf(reference, 'name')), textOf(childOf(reference, 'key'))];
  const known = held.filter(it => it !== undefined).join('/');
  return unknownExpression(
    { kind: 'held-by-platform', name: known === '' ? name : known },
    item.at,
  );
}

/** All of a `ConfigMap` or `Secret` that stands in the same file. */
function sharedEntries(item: YamlNode, reading: Reading): readonly Entry[] {
  for (const [key, kind] of [
    ['configMapRef', 'ConfigMap'],
    ['secretRef', 'Secret'],
  ] as const) {
    const name = textOf(childOf(childOf(item, key), 'name'));
    const object = reading.objects.find(it => kindOf(it) === kind && nameOf(it) === name);
    if (name === undefined || !object) continue;
    const prefix = textOf(childOf(item, 'prefix')) ?? '';
    const data = ['data', 'stringData'].flatMap(it => entriesOf(childOf(object, it)));
    return data.flatMap(({ key: { text }, value, at }) =>
      value.kind === 'scalar'
        ? [{ name: prefix + text, value: valueOfScalar(value, reading, NONE), at }]
        : [],
    );
  }
  return [];
}

/** Deeper values of a chart are nobody's environment. */
const VALUES_DEEP_MAX = 20;

/** Every map or list of variables in the values of a chart. */
export function settingsIn(
  node: YamlNode | undefined,
  reading: Reading,
  depth = 0,
): readonly Step[] {
  if (!node || node.kind === 'scalar' || depth > VALUES_DEEP_MAX) return [];
  const entries =
    node.kind === 'sequence' ? listedEntries(node, reading) : mapEntries(node, reading);
  const own = entries.some(it => it.name === 'AZURE_CLIENT_ID') ? settingsOf(entries) : [];
  const inner = node.kind === 'sequence' ? node.items : node.entries.map(it => it.value);
  return [...own, ...inner.flatMap(it => settingsIn(it, reading, depth + 1))];
}

const mapEntries = (node: YamlNode, reading: Reading): readonly Entry[] =>
  entriesOf(node).flatMap(({ key: { text }, value, at }) => {
    const scalar = scalarOf(value) ?? scalarOf(childOf(value, 'value'));
    return scalar ? [{ name: text, value: valueOfScalar(scalar, reading, NONE), at }] : [];
  });
