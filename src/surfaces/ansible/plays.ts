//! Plays: hosts, variables, roles and tasks, in the order in which Ansible comes to them.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_intro.html

import { literal, literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  itemsOf,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { underCondition } from './conditions.ts';
import { inventoryVariables, PLAYBOOK, roleSteps, run, variablesFile } from './includes.ts';
import { CONNECTION, LOCAL } from './machines.ts';
import { pathIn } from './paths.ts';
import { type Reading, scalarExpression, variableName } from './reading.ts';
import { isLocalName } from './task.ts';
import { environmentOf, process, taskSteps, withDefaults } from './tasks.ts';
import { assignment, assignments, ownVariables } from './variables.ts';

export const isPlay = (node: YamlNode): node is YamlMapping =>
  node.kind === 'mapping' && (childOf(node, 'hosts') !== undefined || importOf(node) !== undefined);

const IMPORTS = ['import_playbook', 'ansible.builtin.import_playbook', 'include'];

const importOf = (node: YamlNode): YamlNode | undefined =>
  IMPORTS.map(it => childOf(node, it)).find(it => it !== undefined);

export function playSteps(play: YamlMapping, reading: Reading): readonly Step[] {
  const { at } = play;
  const imported = scalarOf(importOf(play));
  if (imported) {
    const path = pathIn(reading.folder, imported, reading);
    const steps = underCondition(childOf(play, 'when'), [run(PLAYBOOK, path, at)], at, reading);
    const variables = ownVariables(childOf(play, 'vars'), reading);
    return process(steps, variables, at);
  }
  const inside = withDefaults(play, reading);
  const body = [
    ...taskSteps(childOf(play, 'pre_tasks'), inside),
    ...itemsOf(childOf(play, 'roles')).flatMap(it => playRole(it, inside)),
    ...['tasks', 'post_tasks', 'handlers'].flatMap(it => taskSteps(childOf(play, it), inside)),
  ];
  if (body.length === 0) return [];
  const environment = environmentOf(play, inside);
  const all = environment.length === 0 ? body : process(body, environment, at);
  const name = textOf(childOf(play, 'name'))?.trim().replace(/\s+/g, ' ').slice(0, 80);
  const title = name ? `play \`${name}\`` : undefined;
  return process([...variableSteps(play, inside), ...all], [], at, { title });
}

function variableSteps(play: YamlMapping, reading: Reading): readonly Step[] {
  const { at } = play;
  const files = childOf(play, 'vars_files');
  const hosts = hostsOf(play);
  return [
    connection(play, hosts, reading),
    assignment('playbook_dir', literal(`/${reading.folder}`, at), 'last', at),
    ...(files?.kind === 'scalar' ? [files] : itemsOf(files)).flatMap(it =>
      variablesFile(scalarOf(it) ?? scalarOf(itemsOf(it)[0]), reading),
    ),
    ...assignments(childOf(play, 'vars'), 'first', reading),
    ...inventoryVariables(hosts, reading, at),
  ];
}

/** Names of hosts and groups; patterns and expressions are none. */
const hostsOf = (play: YamlMapping): readonly string[] => {
  const hosts = childOf(play, 'hosts');
  const spelled =
    textOf(hosts) ??
    itemsOf(hosts)
      .flatMap(it => textOf(it) ?? [])
      .join(',');
  return spelled
    .split(/[,:;]/)
    .map(it => it.trim())
    .filter(it => /^[\w.-]+$/.test(it));
};

function connection(play: YamlMapping, hosts: readonly string[], reading: Reading): Step {
  const { at } = play;
  const given = textOf(childOf(play, 'connection'))?.trim();
  const isLocal = given === LOCAL || (hosts.length > 0 && hosts.every(isLocalName));
  const spelled = scalarOf(childOf(play, 'hosts'));
  const named = spelled && scalarExpression(spelled, reading);
  // `hosts: "{{ target | default('localhost') }}"`: what it comes to says where.
  const isOpen = named && literalOf(named) === undefined && named.kind === 'reference';
  const fallback = isOpen && named.otherwise && literalOf(named.otherwise);
  const value = isLocal || (fallback && isLocalName(fallback)) ? LOCAL : 'ssh';
  return assignment(CONNECTION, literal(value, at), 'first', at);
}

/** `- role`, or a mapping with the role's name, its variables and a condition. */
function playRole(node: YamlNode, reading: Reading): readonly Step[] {
  const role = scalarOf(node) ?? scalarOf(childOf(node, 'role')) ?? scalarOf(childOf(node, 'name'));
  if (!role) return [];
  const steps = roleSteps(role, undefined, reading);
  if (node.kind !== 'mapping') return steps;
  const named = ownVariables(childOf(node, 'vars'), reading);
  const plain = ownVariables(node, reading).filter(it => !ROLE_KEYS.has(it.name));
  const checked = underCondition(childOf(node, 'when'), steps, node.at, reading);
  return process(checked, [...plain, ...named, ...environmentOf(node, reading)], node.at);
}

/** All else beside the name are variables, as it was done before `vars`. */
const ROLE_KEYS: ReadonlySet<string> = new Set(
  `role name vars when tags environment become become_user become_method delegate_to delegate_facts run_once
   connection ignore_errors no_log collections any_errors_fatal`
    .split(/\s+/)
    .map(variableName),
);
