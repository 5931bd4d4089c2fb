//! `vars` and `env`: texts, what commands print, and what is not worked out.

import { assigned } from '../../domain/assigned.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { AssignStep } from '../../domain/step.ts';
import { overridable } from '../../domain/task-call.ts';
import { childOf, entriesOf, scalarOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { scriptSource, templateValue } from './templates.ts';

/** Those of the file give way to the command line, those of a task do not. */
export const variableSteps = (
  node: YamlNode | undefined,
  of: 'file' | 'task',
): readonly AssignStep[] =>
  variableEntries(node).map(({ name, value, at }) =>
    assigned(name, of === 'file' ? overridable(name, value) : value, at),
  );

/** What the environment holds already wins. */
export const environmentSteps = (node: YamlNode | undefined): readonly AssignStep[] =>
  variableEntries(node).map(({ name, value, at }) =>
    assigned(name, value, at, { onlyIfUnset: true }),
  );

export const variableEntries = (node: YamlNode | undefined): readonly Entry[] =>
  entriesOf(node).map(({ key, value, at }) => ({ name: key.text, value: valueIn(value), at }));

function valueIn(node: YamlNode): Expression {
  const { at } = node;
  if (node.kind === 'scalar') return templateValue(node);
  const command = scalarOf(childOf(node, 'sh'));
  if (!command) return unknownExpression({ kind: 'not-evaluated', text: 'a list or a map' }, at);
  const source = scriptSource(command);
  return { kind: 'output', of: [{ kind: 'script', language: 'bash', source, at }], at };
}
