//! `loop` and `with_items`: a task for each item.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_loops.html

import type { Step } from '../../domain/step.ts';
import { childOf, entriesOf, textOf, type YamlMapping } from '../../languages/yaml/tree.ts';
import { type Reading, valueExpression, variableName } from './reading.ts';

/** Of these the items are the elements of the list; of others, as `with_dict`, they are made from it. */
const PLAIN: ReadonlySet<string> = new Set(['loop', 'with_items', 'with_list']);

export function loopOver(
  node: YamlMapping,
  body: readonly Step[],
  reading: Reading,
): readonly Step[] {
  const list = entriesOf(node).find(
    ({ key }) => key.text === 'loop' || key.text.startsWith('with_'),
  );
  if (!list || body.length === 0) return body;
  const { at } = list;
  const name = textOf(childOf(childOf(node, 'loop_control'), 'loop_var')) ?? 'item';
  const of = valueExpression(list.value, reading);
  const items = PLAIN.has(list.key.text) ? [{ kind: 'elements' as const, of, at }] : [];
  return [{ kind: 'loop', variable: variableName(name), items, body, at }];
}
