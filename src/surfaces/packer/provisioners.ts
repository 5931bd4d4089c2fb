//! Provisioners and post-processors: scripts on the machine that is being built, and on the one that builds.
//! Source: https://developer.hashicorp.com/packer/docs/provisioners

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import { subRegion } from '../../domain/region.ts';
import type { ScopeStep } from '../../domain/scope-step.ts';
import type { Step } from '../../domain/step.ts';
import { argumentOf, type Block, entriesOf } from '../hcl-block.ts';
import { scriptsOfLines } from '../hcl-lines.ts';

/** Kinds that run scripts, and what those are written in. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['shell', 'bash'],
  ['powershell', 'powershell'],
  ['windows-shell', 'batch'],
]);

export function provisionerSteps(provisioner: Block): readonly Step[] {
  const kind = provisioner.labels[0] ?? '';
  if (kind === 'shell-local') return localSteps(provisioner);
  if (kind === 'ansible') return playbookSteps(provisioner);
  const language = LANGUAGES.get(kind);
  if (language === undefined) return [];
  const body = [...inlineSteps(provisioner, language), ...filesOf(provisioner).map(runStep)];
  return scoped(provisioner, 'machine', body);
}

/** Where Packer runs. */
export const postProcessorSteps = (processor: Block): readonly Step[] =>
  processor.labels[0] === 'shell-local' ? localSteps(processor) : [];

function localSteps(block: Block): readonly Step[] {
  const command = argumentOf(block, 'command');
  const language = languageOf(block);
  return scoped(block, 'process', [
    ...(command ? [scriptStep(command, language)] : []),
    ...inlineSteps(block, language),
    ...filesOf(block).map(runStep),
  ]);
}

/** `execute_command` names another interpreter than the shell of the machine. */
function languageOf(block: Block): string {
  const execute = argumentOf(block, 'execute_command');
  const words = execute?.kind === 'list' ? execute.items : [];
  const isPowershell = words.some(it =>
    /^(?:powershell|pwsh)(?:\.exe)?\b/i.test(literalOf(it) ?? ''),
  );
  return isPowershell ? 'powershell' : 'bash';
}

function scoped(block: Block, ends: ScopeStep['ends'], body: readonly Step[]): readonly Step[] {
  const { at, type, labels } = block;
  if (body.length === 0) return [];
  const title = `${type} \`${labels[0] ?? ''}\``;
  return [{ kind: 'scope', ends, environment: environmentOf(block), title, body, at }];
}

/** `env = { A = "b" }`, `environment_vars = ["A=b"]`. */
function environmentOf(block: Block): readonly Entry[] {
  const listed = argumentOf(block, 'environment_vars');
  return [
    ...(listed?.kind === 'list' ? listed.items.flatMap(variableOf) : []),
    ...entriesOf(argumentOf(block, 'env')),
  ];
}

function variableOf(pair: Expression): readonly Entry[] {
  if (pair.kind !== 'text') return [];
  const { region, at } = pair;
  const name = /^\w+(?==)/.exec(region.text)?.[0];
  if (name === undefined) return [];
  const value: Expression = {
    kind: 'text',
    region: subRegion(region, name.length + 1, region.text.length),
    at,
  };
  return [{ name, value, at }];
}

const listOf = (value: Expression | undefined): readonly Expression[] =>
  value?.kind === 'list' ? value.items : value ? [value] : [];

const inlineSteps = (block: Block, language: string): readonly Step[] =>
  scriptsOfLines(argumentOf(block, 'inline')).map(it => scriptStep(it, language));

const scriptStep = (source: Expression, language: string): Step => ({
  kind: 'script',
  language,
  source,
  at: source.at,
});

const filesOf = (block: Block): readonly Expression[] =>
  ['script', 'scripts'].flatMap(it => listOf(argumentOf(block, it)));

/** A file of the repository, which Packer copies to where it runs. */
const runStep = (path: Expression): Step => ({
  kind: 'run',
  routine: 'script',
  path,
  inputs: [],
  arguments: [],
  sharesProcess: false,
  at: path.at,
});

/** Ansible runs beside Packer, and reaches the machine from there. */
function playbookSteps(block: Block): readonly Step[] {
  const playbook = argumentOf(block, 'playbook_file');
  if (!playbook) return [];
  const { at } = playbook;
  const words = [literal('ansible-playbook', at), playbook];
  const command: Step = { kind: 'command', words, environment: [], at };
  return scoped(block, 'process', [command]);
}
