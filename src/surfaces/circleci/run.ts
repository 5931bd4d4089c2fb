//! A `run` step: a shell of its own, with the variables that earlier steps wrote to `$BASH_ENV`.
//! Source: https://circleci.com/docs/reference/configuration-reference/#run

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import {
  childOf,
  scalarOf,
  textOf,
  type YamlNode,
  type YamlScalar,
} from '../../languages/yaml/tree.ts';
import type { Reading } from './reading.ts';
import { environmentEntries, scalarValue } from './values.ts';

/** A file that no repository has. */
export const BASH_ENV = '/.circleci/bash-env';

export function runSteps(node: YamlNode, reading: Reading): readonly Step[] {
  const command = scalarOf(node) ?? scalarOf(childOf(node, 'command'));
  if (!command) return [];
  const { at } = command.region;
  const language = languageOf(textOf(childOf(node, 'shell'))) ?? reading.language;
  const name = textOf(childOf(node, 'name'))?.trim().replace(/\s+/g, ' ').slice(0, 80);
  const folder = scalarOf(childOf(node, 'working_directory'));
  const step: Step = {
    kind: 'scope',
    ends: 'process',
    environment: environmentEntries(childOf(node, 'environment'), reading),
    ...(folder ? { folder: folderOf(folder, reading) } : {}),
    ...(name ? { title: `step \`${name}\`` } : {}),
    body: [...(language === 'bash' ? [sourced(at)] : []), programOf(command, language, reading)],
    at,
  };
  const isOnFailure = textOf(childOf(node, 'when')) === 'on_fail';
  return isOnFailure ? [{ kind: 'branch', arms: [[step]], isExhaustive: false, at }] : [step];
}

const sourced = (at: YamlScalar['at']): Step => ({
  kind: 'run',
  routine: 'script',
  path: literal(BASH_ENV, at),
  inputs: [],
  arguments: [],
  sharesProcess: true,
  at,
});

/** `<<include(scripts/login.sh)>>`: the source of an orb puts a file in; paths count from its `src`. */
function programOf(command: YamlScalar, language: string, reading: Reading): Step {
  const { at } = command.region;
  const included = /^\s*<<\s*include\(\s*([^)]+?)\s*\)\s*>>\s*$/.exec(command.text)?.[1];
  if (included === undefined) {
    return { kind: 'script', language, source: scalarValue(command, reading), at };
  }
  const path = literal(`/${sourceFolder(reading.path)}${included}`, at);
  return {
    kind: 'run',
    routine: 'script',
    path,
    inputs: [],
    arguments: [],
    sharesProcess: true,
    at,
  };
}

/** Of `src/commands/login.yml`: `src/`. */
const sourceFolder = (path: string): string => /^(.*\/)?[^/]+\/[^/]+$/.exec(path)?.[1] ?? '';

/** `undefined` when nothing is said. */
export function languageOf(shell: string | undefined): string | undefined {
  if (shell === undefined || shell.trim() === '') return undefined;
  if (/\b(?:pwsh|powershell)/i.test(shell)) return 'powershell';
  if (/\bcmd(?:\.exe)?\b/i.test(shell)) return 'batch';
  if (/\b(?:bash|sh|zsh|ksh|dash|ash)(?:\.exe)?\b/i.test(shell)) return 'bash';
  return (shell.trim().split(/\s+/)[0] ?? '').replace(/^.*[\\/]|\.exe$/g, '').toLowerCase();
}

/** The job's own folder is the root of the repository: `~/project/infra` is `infra`. */
function folderOf(folder: YamlScalar, reading: Reading): Expression {
  const value = scalarValue(folder, reading);
  const spelled = value.kind === 'text' && value.region.holes.length === 0 ? value.region.text : '';
  for (const root of [reading.checkout, '~/project', '/root/project', '/home/circleci/project']) {
    if (spelled === root) return literal('/.', folder.at);
    if (spelled.startsWith(`${root}/`))
      return literal(`/${spelled.slice(root.length + 1)}`, folder.at);
  }
  return value;
}
