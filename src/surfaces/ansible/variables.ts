//! Variables of a play, role or file as assignments, and what a task has for itself.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_variables.html#understanding-variable-precedence

import { assigned } from '../../domain/assigned.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { entriesOf, type YamlEntry, type YamlNode } from '../../languages/yaml/tree.ts';
import { entriesIn, type Reading, valueExpression, variableName } from './reading.ts';

/**
 * `first`: what is set already stays. So the command line wins over plays, those over their inventory, that over the
 * defaults of roles, when they are read in this order. `last`: what a task or a role says for itself wins.
 */
export type Precedence = 'first' | 'last';

export const assignments = (
  node: YamlNode | undefined,
  precedence: Precedence,
  reading: Reading,
): readonly Step[] =>
  inOrder(entriesOf(node)).map(({ key, value, at }) =>
    assignment(key.text, valueExpression(value, reading), precedence, at),
  );

export function assignment(key: string, value: Expression, precedence: Precedence, at: Span): Step {
  const name = variableName(key);
  const before: Expression = { kind: 'reference', space: 'variable', name, at };
  const kept: Expression = { kind: 'call', name: 'coalesce', args: [before, value], at };
  return assigned(name, precedence === 'first' ? kept : value, at);
}

/** `vars` of a task, block or role. */
export const ownVariables = (node: YamlNode | undefined, reading: Reading): readonly Entry[] =>
  entriesIn(node, reading, variableName);

/** Values are looked up when they are needed: what another one uses comes before it. */
function inOrder(entries: readonly YamlEntry[]): readonly YamlEntry[] {
  const byName = new Map(entries.map(it => [it.key.text, it] as const));
  const done = new Set<YamlEntry>();
  const visit = (entry: YamlEntry, depth: number): void => {
    if (done.has(entry) || depth > CHAIN_MAX) return;
    for (const name of namesUsed(entry.value, 0)) {
      const other = byName.get(name);
      if (other && other !== entry) visit(other, depth + 1);
    }
    done.add(entry);
  };
  for (const entry of byName.values()) visit(entry, 0);
  return [...done];
}

/** Longer chains of names are nobody's; a cycle ends here too. */
const CHAIN_MAX = 8;

/** Words of texts that hold an expression: wrong only in being too many. */
function namesUsed(node: YamlNode, depth: number): readonly string[] {
  if (depth > CHAIN_MAX) return [];
  switch (node.kind) {
    case 'scalar':
      return node.text.includes('{{') ? (node.text.match(/[A-Za-z_]\w*/g) ?? []) : [];
    case 'sequence':
      return node.items.flatMap(it => namesUsed(it, depth + 1));
    case 'mapping':
      return node.entries.flatMap(it => namesUsed(it.value, depth + 1));
  }
}
