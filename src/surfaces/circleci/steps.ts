//! The `steps` of a job or command.
//! Source: https://circleci.com/docs/reference/configuration-reference/#steps

import type { Entry } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { negated, whenOf } from '../../languages/github-expression/guards.ts';
import { childOf, entriesOf, itemsOf, textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { attachedSteps, restoredSteps } from './caches.ts';
import { guardOf } from './conditions.ts';
import { type Reading, withinOrb } from './reading.ts';
import { runSteps } from './run.ts';
import { argumentsOf, scalarValue } from './values.ts';

/** Commands in commands, and steps that are handed to commands. */
const COMMANDS_DEEP_MAX = 20;

export const stepsOf = (node: YamlNode | undefined, reading: Reading): readonly Step[] =>
  itemsOf(node).flatMap(it => stepSteps(it, reading));

function stepSteps(node: YamlNode, reading: Reading): readonly Step[] {
  if (node.kind === 'scalar') return commandSteps(node.text.trim(), undefined, node.at, reading);
  return entriesOf(node).flatMap(({ key, value }): readonly Step[] => {
    switch (key.text) {
      case 'run':
        return runSteps(value, reading);
      case 'when':
      case 'unless':
        return conditionalSteps(value, key.text === 'when', reading);
      case 'steps':
        return handedSteps(value, reading);
      default:
        return commandSteps(key.text, value, key.at, reading);
    }
  });
}

/** `steps: << parameters.after-login >>`: read with what they mean where they were written. */
function handedSteps(node: YamlNode, reading: Reading): readonly Step[] {
  const name = /^\s*<<\s*parameters\.([\w-]+)\s*>>\s*$/.exec(textOf(node) ?? '')?.[1];
  const argument = name === undefined ? undefined : reading.parameters.get(name);
  if (!argument?.reading || reading.depth >= COMMANDS_DEEP_MAX) return [];
  return stepsOf(argument.node, { ...argument.reading, depth: reading.depth + 1 });
}

function conditionalSteps(node: YamlNode, isWhen: boolean, reading: Reading): readonly Step[] {
  const body = stepsOf(childOf(node, 'steps'), reading);
  if (body.length === 0) return [];
  const condition = guardOf(childOf(node, 'condition'), reading);
  const guard = isWhen ? condition : negated(condition);
  if (guard === 'always') return body;
  if (guard === 'never') return [];
  return [{ kind: 'branch', arms: [body], isExhaustive: false, ...whenOf(guard), at: node.at }];
}

/** A command of the file, of an orb inside it, or of a published orb. */
export function commandSteps(
  name: string,
  given: YamlNode | undefined,
  at: Span,
  reading: Reading,
): readonly Step[] {
  if (name === 'restore_cache') return restoredSteps(reading.root, at);
  if (name === 'attach_workspace') return attachedSteps(reading.root, given, at);
  const own = childOf(childOf(reading.root, 'commands'), name);
  if (own) return expanded(own, given, at, reading, reading);
  const [alias = '', command] = name.split('/');
  if (command === undefined) return [];
  const orb = reading.orbs.get(alias);
  if (orb?.kind === 'inline') {
    const node = childOf(childOf(orb.root, 'commands'), command);
    return node ? expanded(node, given, at, withinOrb(orb.root, reading), reading) : [];
  }
  // A file of an orb's own source does not say which orbs it takes in; people keep their names.
  const orbName = orb?.name ?? `circleci/${alias}`;
  return [componentStep(`${orbName}/${command}`, orb?.version ?? '', given, at, reading)];
}

export function componentStep(
  name: string,
  version: string,
  given: YamlNode | undefined,
  at: Span,
  reading: Reading,
): Step {
  const inputs = entriesOf(given).flatMap((entry): readonly Entry[] =>
    entry.value.kind === 'scalar'
      ? [{ name: entry.key.text, value: scalarValue(entry.value, reading), at: entry.at }]
      : [],
  );
  return { kind: 'component', name: name.toLowerCase(), version, inputs, at };
}

function expanded(
  command: YamlNode,
  given: YamlNode | undefined,
  at: Span,
  inside: Reading,
  caller: Reading,
): readonly Step[] {
  const { around, depth } = caller;
  if (around.includes(command)) {
    caller.problems.push({ at, message: 'this command runs itself, which is not followed' });
    return [];
  }
  if (depth >= COMMANDS_DEEP_MAX) return [];
  const declared = childOf(command, 'parameters');
  const parameters = argumentsOf(declared, it => [childOf(given, it) ?? []].flat(), caller);
  return stepsOf(childOf(command, 'steps'), {
    ...inside,
    parameters,
    depth: depth + 1,
    around: [...around, command],
  });
}
