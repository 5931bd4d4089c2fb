//! What a task does: the tasks that it needs, then its commands, each in a shell of its own.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { partCall, type TaskPart, taskCall } from '../../domain/task-call.ts';
import {
  childOf,
  isEmpty,
  itemsOf,
  scalarOf,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { scriptSource, templateValue } from './templates.ts';
import { environmentSteps, variableEntries, variableSteps } from './variables.ts';

export interface TaskReading {
  readonly parts: readonly TaskPart[];
}

/** A text, a list of commands, or a task with all that belongs to it. */
export function taskBody(node: YamlNode, reading: TaskReading): readonly Step[] {
  if (node.kind !== 'mapping') return commandsIn(node, reading);
  const { at } = node;
  const folder = scalarOf(childOf(node, 'dir'));
  const needed = itemsOf(childOf(node, 'deps')).flatMap(it => calledTask(it, reading));
  const commands = commandsIn(childOf(node, 'cmds') ?? childOf(node, 'cmd'), reading);
  const deferred = deferredIn(childOf(node, 'cmds'), reading);
  const body = [
    ...environmentSteps(childOf(node, 'env')),
    ...variableSteps(childOf(node, 'vars'), 'task'),
    ...needed,
    ...checksIn(node),
    ...commands,
    ...deferred,
  ];
  return [inProcess(body, at, folder && templateValue(folder))];
}

const inProcess = (body: readonly Step[], at: Span, folder?: Expression): ScopeStep => ({
  kind: 'scope',
  ends: 'process',
  environment: [],
  ...(folder ? { folder } : {}),
  body,
  at,
});

/** `preconditions`, `status`: they run before the commands, to see whether those are to run. */
function checksIn(node: YamlNode): readonly Step[] {
  const checks = ['status', 'preconditions'].flatMap(it => itemsOf(childOf(node, it)));
  return checks.flatMap(it => {
    const command = scalarOf(it) ?? scalarOf(childOf(it, 'sh'));
    return command ? [shellStep(command)] : [];
  });
}

function commandsIn(node: YamlNode | undefined, reading: TaskReading): readonly Step[] {
  if (!node || isEmpty(node)) return [];
  const items = node.kind === 'sequence' ? node.items : [node];
  return items.flatMap(item => commandSteps(item, reading));
}

function commandSteps(item: YamlNode, reading: TaskReading): readonly Step[] {
  if (item.kind === 'scalar') return isEmpty(item) ? [] : [shellStep(item)];
  const command = scalarOf(childOf(item, 'cmd'));
  const body = command ? [shellStep(command)] : calledTask(item, reading);
  const items = childOf(item, 'for');
  return items && body.length > 0 ? [looped(items, body)] : body;
}

/** What is deferred runs at the end, the last first. */
function deferredIn(node: YamlNode | undefined, reading: TaskReading): readonly Step[] {
  const deferred = itemsOf(node).flatMap(it => childOf(it, 'defer') ?? []);
  return deferred.toReversed().flatMap(it => commandSteps(it, reading));
}

function shellStep(scalar: YamlScalar): Step {
  const { at } = scalar.region;
  return inProcess([{ kind: 'script', language: 'bash', source: scriptSource(scalar), at }], at);
}

function looped(items: YamlNode, body: readonly Step[]): Step {
  const { at } = items;
  const given = itemsOf(items).flatMap(it => (it.kind === 'scalar' ? [templateValue(it)] : []));
  return { kind: 'loop', variable: 'ITEM', items: given, body, at };
}

/** `deploy`, or `{ task: deploy, vars: { X: y } }`. */
function calledTask(node: YamlNode, reading: TaskReading): readonly Step[] {
  const spelled = scalarOf(node) ?? scalarOf(childOf(node, 'task'));
  if (!spelled) return [];
  const { at } = spelled;
  const name = spelled.text.trim().replace(/^:/, '');
  const part = reading.parts.find(it => it.prefix !== '' && name.startsWith(it.prefix));
  const call = part
    ? partCall(part, literal(name.slice(part.prefix.length), at), [])
    : taskCall(name, at);
  const environment = variableEntries(childOf(node, 'vars'));
  return environment.length === 0 ? [call] : [{ ...inProcess([call], at), environment }];
}
