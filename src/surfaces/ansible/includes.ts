//! Tasks, roles and variables that stand in other files.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_reuse.html

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  isEmpty,
  itemsOf,
  scalarOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import { joinFolder } from './folders.ts';
import { pathIn, roleFolders } from './paths.ts';
import { type Reading, scalarExpression } from './reading.ts';
import type { Module } from './task.ts';

export const PLAYBOOK = 'ansible-playbook';
export const TASKS = 'ansible-tasks';
export const VARIABLES = 'ansible-variables';

/** `undefined` for other modules. */
export function includeOf(module: Module, reading: Reading): readonly Step[] | undefined {
  switch (module.name) {
    case 'include':
    case 'include_tasks':
    case 'import_tasks':
      return tasksFile(fileIn(module, 'file'), reading);
    case 'include_vars':
      return variablesFile(fileIn(module, 'file'), reading);
    case 'include_role':
    case 'import_role': {
      const role = scalarOf(childOf(module.args, 'name')) ?? scalarOf(childOf(module.args, 'role'));
      const from = textOf(childOf(module.args, 'tasks_from'));
      return role ? roleSteps(role, from, reading) : [];
    }
    default:
      return undefined;
  }
}

/** In the text alone, or under a name; old playbooks write more behind the text. */
const fileIn = ({ args }: Module, name: string): YamlScalar | undefined =>
  scalarOf(args) ?? scalarOf(childOf(args, name)) ?? scalarOf(childOf(args, '_raw_params'));

function tasksFile(file: YamlScalar | undefined, reading: Reading): readonly Step[] {
  if (!file || isEmpty(file)) return [];
  const { folder, role } = reading;
  const folders = role === undefined ? [folder] : [folder, joinFolder(role, 'tasks')];
  return [...new Set(folders)].map(it => run(TASKS, pathIn(it, file, reading), file.at));
}

export function variablesFile(file: YamlScalar | undefined, reading: Reading): readonly Step[] {
  if (!file || isEmpty(file)) return [];
  const { folder, role } = reading;
  const folders =
    role === undefined ? [folder, joinFolder(folder, 'vars')] : [joinFolder(role, 'vars')];
  return folders.map(it => run(VARIABLES, pathIn(it, file, reading), file.at));
}

/** What the inventory says for all hosts and for those of the play, beside the playbook or the inventory. */
export function inventoryVariables(
  hosts: readonly string[],
  { folder }: Reading,
  at: Span,
): readonly Step[] {
  const names = [...hosts.flatMap(it => [`host_vars/${it}`, `group_vars/${it}`]), 'group_vars/all'];
  const folders = ['', 'inventory', 'inventories'].map(it => joinFolder(folder, it));
  return names.flatMap(name =>
    folders.map(it => run(VARIABLES, literal(`/${joinFolder(it, name)}`, at), at)),
  );
}

/** A role by its name or by the path of its folder, wherever roles may lie. */
export function roleSteps(
  role: YamlScalar,
  tasksFrom: string | undefined,
  reading: Reading,
): readonly Step[] {
  const name = scalarExpression(role, reading);
  if (name.kind !== 'text' || name.region.holes.length > 0) return [];
  const spelled = name.region.text.trim();
  // `namespace.collection.role` may be one of a collection that the repository holds.
  const folders = spelled.includes('/')
    ? [joinFolder(reading.folder, spelled.replace(/^\.\//, ''))]
    : roleFolders(reading).map(it => joinFolder(it, spelled.replace(/^\w+\.\w+\./, '')));
  return folders.flatMap(it => roleParts(it, tasksFrom ?? 'main', role.at));
}

function roleParts(folder: string, tasks: string, at: Span): readonly Step[] {
  const parts: readonly (readonly [string, string])[] = [
    [VARIABLES, 'vars/main'],
    [VARIABLES, 'defaults/main'],
    [TASKS, 'meta/main'],
    [TASKS, `tasks/${tasks}`],
    [TASKS, 'handlers/main'],
  ];
  return parts.flatMap(([type, part]) => {
    const endings = /\.ya?ml$/.test(part) ? [''] : ['.yml', '.yaml'];
    return endings.map(it => run(type, literal(`/${joinFolder(folder, part)}${it}`, at), at));
  });
}

/** `dependencies` of `meta/main.yml`: roles that run before this one. */
export const dependencySteps = (meta: YamlNode, reading: Reading): readonly Step[] =>
  itemsOf(childOf(meta, 'dependencies')).flatMap(it => {
    const role = scalarOf(it) ?? scalarOf(childOf(it, 'role')) ?? scalarOf(childOf(it, 'name'));
    return role ? roleSteps(role, undefined, reading) : [];
  });

/** What it sets stays: facts and variables are those of the play. */
export const run = (routine: string, path: Expression, at: Span): Step => ({
  kind: 'run',
  routine,
  path,
  inputs: [],
  arguments: [],
  sharesProcess: true,
  at,
});
