//! Lists of tasks and blocks as steps, each on the machine that it runs on.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_blocks.html

import type { Entry, Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  itemsOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { commandOf } from './commands.ts';
import { underCondition } from './conditions.ts';
import { includeOf } from './includes.ts';
import { loopOver } from './loops.ts';
import { onMachines, type Placed } from './machines.ts';
import { moduleSteps } from './modules.ts';
import { entriesIn, type Reading } from './reading.ts';
import { moduleOf, type Where, whereOf } from './task.ts';
import { ownVariables } from './variables.ts';

export const taskSteps = (tasks: YamlNode | undefined, reading: Reading): readonly Step[] =>
  onMachines(placedTasks(tasks, 'play', reading, 0));

/** Blocks deeper than this are nobody's. */
const BLOCKS_DEEP_MAX = 20;

function placedTasks(
  tasks: YamlNode | undefined,
  outer: Where,
  reading: Reading,
  depth: number,
): readonly Placed[] {
  if (depth > BLOCKS_DEEP_MAX) return [];
  return itemsOf(tasks).flatMap((task): readonly Placed[] => {
    if (task.kind !== 'mapping') return placedTasks(task, outer, reading, depth + 1);
    const inside = withDefaults(task, reading);
    const where = whereOf(task, outer, reading);
    const isBlock = childOf(task, 'block') !== undefined;
    return isBlock ? blockOf(task, where, inside, depth) : taskOf(task, where, inside);
  });
}

export function withDefaults(node: YamlMapping, reading: Reading): Reading {
  const defaults = childOf(node, 'module_defaults');
  const all = defaults?.kind === 'sequence' ? defaults.items : [defaults];
  const added = all.flatMap(it => (it?.kind === 'mapping' ? [it] : []));
  return added.length === 0 ? reading : { ...reading, defaults: [...reading.defaults, ...added] };
}

/** `rescue` runs when something failed. */
function blockOf(
  block: YamlMapping,
  where: Where,
  reading: Reading,
  depth: number,
): readonly Placed[] {
  const inner = (name: string): readonly Placed[] =>
    placedTasks(childOf(block, name), where, reading, depth + 1);
  const rescue = inner('rescue').map(it => ({ ...it, steps: [perhaps(it.steps, block.at)] }));
  return [...inner('block'), ...rescue, ...inner('always')].map(it => ({
    ...it,
    steps: around(block, it.steps, undefined, reading),
  }));
}

const perhaps = (arm: readonly Step[], at: Span): Step => ({
  kind: 'branch',
  arms: [arm],
  isExhaustive: false,
  at,
});

function taskOf(task: YamlMapping, where: Where, reading: Reading): readonly Placed[] {
  const module = moduleOf(task);
  if (!module) return [];
  const included = includeOf(module, reading);
  if (included) {
    // What is included asks by itself where it runs.
    const steps = around(task, included, undefined, reading);
    return steps.length === 0 ? [] : [{ where: 'local', steps }];
  }
  const command = commandOf(module, task, reading);
  const steps = command?.steps ?? moduleSteps(module, task, reading);
  if (steps.length === 0) return [];
  const isFact = module.name === 'set_fact';
  const title = isFact ? undefined : titleOf(task);
  const body = command ? process(steps, [], task.at, { folder: command.folder, title }) : steps;
  return [{ where: isFact ? 'local' : where, steps: around(task, body, title, reading) }];
}

/** With its variables and environment, for each item, under its condition. */
function around(
  node: YamlMapping,
  steps: readonly Step[],
  title: string | undefined,
  reading: Reading,
): readonly Step[] {
  if (steps.length === 0) return [];
  const { at } = node;
  const variables = ownVariables(childOf(node, 'vars'), reading);
  const environment = [...variables, ...environmentOf(node, reading)];
  const checked = underCondition(childOf(node, 'when'), steps, at, reading);
  const looped = loopOver(node, checked, reading);
  const isProcess = steps.some(it => it.kind === 'scope');
  return environment.length === 0 && (title === undefined || isProcess)
    ? looped
    : process(looped, environment, at, isProcess ? {} : { title });
}

/** A list of mappings is one after the other. */
export function environmentOf(node: YamlNode, reading: Reading): readonly Entry[] {
  const environment = childOf(node, 'environment');
  const all = environment?.kind === 'sequence' ? environment.items : [environment];
  return all.flatMap(it => entriesIn(it, reading, name => name));
}

interface Process {
  readonly folder?: Expression | undefined;
  readonly title?: string | undefined;
}

export function process(
  body: readonly Step[],
  environment: readonly Entry[],
  at: Span,
  { folder, title }: Process = {},
): readonly Step[] {
  const stands = folder === undefined ? {} : { folder };
  const named = title === undefined ? {} : { title };
  return [{ kind: 'scope', ends: 'process', environment, ...stands, ...named, body, at }];
}

function titleOf(task: YamlMapping): string {
  const name = textOf(childOf(task, 'name'))?.trim().replace(/\s+/g, ' ').slice(0, 80);
  return name ? `task \`${name}\`` : 'a task';
}
