//! The Azure Developer CLI: what its commands do to Azure.
//! Source: https://learn.microsoft.com/azure/developer/azure-developer-cli/reference

import { type Call, type CommandCall, wordText } from '../../domain/call.ts';
import { type OptionTable, parseLeadingOptions } from '../../domain/command-line.ts';
import {
  type Effect,
  type Effects,
  NO_EFFECTS,
  type OperationReader,
  type Runs,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { isMissing, known, textOf, type Value } from '../../domain/value.ts';

export const azd: OperationReader = { id: 'azd', title: '`azd`', programs: ['azd'], read: readAzd };

/** In front of the command; behind it they mean the same. */
const GLOBALS: OptionTable = {
  style: 'pflag',
  options: [
    { name: 'cwd', spellings: ['--cwd', '-C'], takesValue: true },
    { name: 'environment', spellings: ['--environment', '-e'], takesValue: true },
    { name: 'debug', spellings: ['--debug'], takesValue: false },
    { name: 'no-prompt', spellings: ['--no-prompt'], takesValue: false },
    { name: 'help', spellings: ['--help', '-h'], takesValue: false },
  ],
};

const COMMANDS: ReadonlyMap<string, Effect> = new Map([
  ['up', 'write'],
  ['provision', 'write'],
  ['deploy', 'write'],
  ['publish', 'write'],
  ['down', 'write'],
  ['pipeline config', 'write'],
  ['env refresh', 'read'],
  ['show', 'read'],
  ['monitor', 'read'],
  ['auth token', 'read'],
]);

/** Those that run hooks of the project. */
const PROJECT_COMMANDS: ReadonlySet<string> = new Set([
  'up',
  'provision',
  'deploy',
  'publish',
  'package',
  'build',
  'restore',
  'down',
]);

function readAzd(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'azd') return undefined;
  const { line, rest } = parseLeadingOptions(call.words.slice(1), GLOBALS);
  const texts = rest.map(word => wordText(word) ?? '');
  const [command = '', subcommand = '', ...others] = texts;
  const name = COMMANDS.has(command) ? command : `${command} ${subcommand}`;
  if (name === 'auth login' || command === 'login') {
    return texts.includes('--check-status') ? { ...NO_EFFECTS, probes: 'azd' } : undefined;
  }
  if (name === 'auth logout' || command === 'logout' || delegates(name, others)) {
    return { ...NO_EFFECTS, closes: ['azd'] };
  }
  if (texts.includes('--help') || texts.includes('-h')) return NO_EFFECTS;
  const hook = name === 'hooks run' ? others[0] : undefined;
  const action = hook ?? (PROJECT_COMMANDS.has(command) ? command : undefined);
  if (isPreview(name, texts)) return NO_EFFECTS;
  const runs = action === undefined ? [] : projectOf(call, action, line.options.get('cwd')?.value);
  const effect = COMMANDS.get(name);
  if (!effect) return { ...NO_EFFECTS, runs };
  return {
    operations: [
      // Told to use the Azure CLI, it has no session of its own, and then that one counts.
      { at: call.at, tool: `azd ${name}`, effect, audience: 'arm', sessions: ['azd', 'azure-cli'] },
    ],
    runs,
    closes: [],
  };
}

const isPreview = (name: string, texts: readonly string[]): boolean =>
  name === 'provision' && texts.includes('--preview');

const delegates = (name: string, others: readonly string[]): boolean =>
  name === 'config set' &&
  others[0]?.toLowerCase() === 'auth.useazcliauth' &&
  others[1]?.toLowerCase() === 'true';

/** Where the file lies that describes the project; either name will do. */
const PROJECTS = ['azure.yaml', 'azure.yml'];

function projectOf(
  call: CommandCall,
  action: string,
  leading: Value<string> | undefined,
): readonly Runs[] {
  const words = call.words.slice(1);
  const index = words.findIndex(word => /^(?:--cwd|-C)$/.test(wordText(word) ?? ''));
  const following = index < 0 ? undefined : words[index + 1];
  const folder = leading ?? (following && known(wordText(following) ?? '', following.at));
  const base = folder && !isMissing(folder) ? textOf(folder) : '';
  return PROJECTS.map(name => ({
    kind: 'routine',
    type: 'azd-project',
    path: known(base ? `${base}/${name}` : name, call.at),
    inputs: new Map(),
    valueFiles: [],
    action,
  }));
}
