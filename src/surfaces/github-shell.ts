//! Which language a `run:` is written in.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell

import type { Expression } from '../domain/expression.ts';
import { childOf, scalarOf, type YamlNode } from '../languages/yaml/tree.ts';
import { firstText, mappingOf, nodeValue, type Reading } from './github-reading.ts';

/** What a `run:` step has when it says nothing itself. */
export interface RunDefaults {
  /** A language. */
  readonly shell: string;
  readonly folder?: Expression;
}

const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['bash', 'bash'],
  ['sh', 'bash'],
  ['wsl-bash', 'bash'],
  ['wsl-sh', 'bash'],
  ['pwsh', 'powershell'],
  ['powershell', 'powershell'],
  ['cmd', 'batch'],
  ['python', 'python'],
  ['python3', 'python'],
]);

/** `bash -e {0}`, `/usr/bin/env pwsh -File {0}`: the first word that names a language, else the first word. */
export function languageOf(shell: string): string {
  const names = shell
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .map(word => word.slice(word.lastIndexOf('/') + 1).replace(/\.exe$/, ''));
  const known = names.map(name => LANGUAGES.get(name)).find(it => it !== undefined);
  return known ?? names[0] ?? '';
}

/** `undefined` when nothing is said, or nothing that can be known. */
export function shellLanguage(node: YamlNode | undefined, reading: Reading): string | undefined {
  const scalar = scalarOf(node);
  const shell = scalar && firstText(nodeValue(scalar, reading));
  return shell ? languageOf(shell) : undefined;
}

/** What `defaults.run` of a workflow or job changes of those around it. */
export function defaultsWith(
  node: YamlNode | undefined,
  outer: Partial<RunDefaults>,
  reading: Reading,
): Partial<RunDefaults> {
  const run = mappingOf(
    childOf(mappingOf(node, '`defaults`', reading), 'run'),
    '`defaults.run`',
    reading,
  );
  const shell = shellLanguage(childOf(run, 'shell'), reading);
  const folder = scalarOf(childOf(run, 'working-directory'));
  return {
    ...outer,
    ...(shell ? { shell } : {}),
    ...(folder ? { folder: nodeValue(folder, reading) } : {}),
  };
}

/** Runs PowerShell unless told otherwise: every runner that it may be is a Windows one. */
export function isWindows(runner: Expression | undefined): boolean {
  if (runner?.kind === 'text') return /windows/i.test(runner.region.text);
  if (runner?.kind === 'list') return runner.items.some(isWindows);
  return runner?.kind === 'choice' && runner.options.every(isWindows);
}
