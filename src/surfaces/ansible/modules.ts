//! Modules that sign in to Azure, set facts, or run Terraform.
//! Source: https://docs.ansible.com/ansible/latest/collections/azure/azcollection/

import type { Entry } from '../../domain/expression.ts';
import { literal, template, text } from '../../domain/literal.ts';
import { subRegion } from '../../domain/region.ts';
import { argumentWords } from '../../domain/script-arguments.ts';
import type { Step } from '../../domain/step.ts';
import { holesOf } from '../../languages/jinja/jinja-text.ts';
import {
  childOf,
  entriesOf,
  scalarOf,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { entriesIn, namesIn, type Reading, scalarExpression } from './reading.ts';
import type { Module } from './task.ts';
import { assignments } from './variables.ts';

/** Empty for modules of which nothing comes that anybody asks about. */
export function moduleSteps(module: Module, task: YamlMapping, reading: Reading): readonly Step[] {
  if (module.name.startsWith('azure_rm_')) return [azureModule(module, task, reading)];
  if (module.name === 'set_fact') return assignments(module.args, 'last', reading);
  if (module.name === 'terraform') return terraformSteps(module, reading);
  return [];
}

function azureModule(module: Module, task: YamlMapping, reading: Reading): Step {
  const own = [
    ...keyValues(module, reading),
    ...scalarEntries(module.args, reading),
    ...scalarEntries(childOf(task, 'args'), reading),
  ];
  const defaults = reading.defaults.flatMap(it =>
    entriesOf(it)
      .filter(({ key }) => isDefaultOf(key.text, module.name))
      .flatMap(({ value }) => scalarEntries(value, reading)),
  );
  const name = `ansible/${module.name}`;
  const at = { ...module.at.at, end: endOf(module, own) };
  return { kind: 'component', name, version: '', inputs: [...defaults, ...own], at };
}

/** Arguments that say who acts. */
const CREDENTIALS = /^(?:ad_user|auth_source|client_id|password|profile|secret|tenant|thumbprint)$/;

/** From the module's name to the last argument that says who acts. */
function endOf(module: Module, own: readonly Entry[]): number {
  const { start, end } = module.at.at;
  const ends = own.flatMap(it =>
    CREDENTIALS.test(it.name) && it.at.start >= start ? it.at.end : [],
  );
  return Math.max(end, ...ends);
}

/** `group/azure.azcollection.azure`, or the module with or without its collection. */
const isDefaultOf = (key: string, module: string): boolean =>
  /^group\/(?:azure\.azcollection\.)?azure$/.test(key) || key.replace(/^.*\./, '') === module;

/** What signs in is never a list or a mapping. */
function scalarEntries(node: YamlNode | undefined, reading: Reading): readonly Entry[] {
  const byName = new Map(entriesOf(node).map(it => [it.key.text, it.value.kind]));
  return entriesIn(node, reading, it => it).filter(it => byName.get(it.name) === 'scalar');
}

/** `azure_rm_resourcegroup: name=web location=westeurope`. */
function keyValues(module: Module, reading: Reading): readonly Entry[] {
  const region = module.freeForm ?? scalarOf(module.args)?.region;
  if (!region) return [];
  const line = text({ ...region, holes: holesOf(region, namesIn(reading)) });
  return argumentWords(line).flatMap(word => {
    if (word.kind !== 'text') return [];
    const { region: held } = word;
    const match = /^(\w+)=(["']?)/.exec(held.text);
    const name = match?.[1];
    if (!match || name === undefined) return [];
    const end = held.text.length - (match[2] ?? '').length;
    const value = template(subRegion(held, match[0].length, end));
    return [{ name, value, at: word.at }];
  });
}

const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['present', 'apply'],
  ['absent', 'destroy'],
  ['planned', 'plan'],
]);

/** `community.general.terraform` calls the program. */
function terraformSteps({ args, at: { at } }: Module, reading: Reading): readonly Step[] {
  const project = scalarOf(childOf(args, 'project_path'));
  const command = COMMANDS.get(textOf(childOf(args, 'state')) ?? 'present');
  if (!project || command === undefined) return [];
  const folder = scalarExpression(project, reading);
  const chdir = { kind: 'join' as const, parts: [literal('-chdir=', at), folder], at };
  const words = [literal('terraform', at), chdir, literal(command, at)];
  return [{ kind: 'command', words, environment: [], at }];
}
