//! `terraform` and `tofu`: which root they run, how, and what that does to Azure.

import { type Call, type Word, wordText } from '../../domain/call.ts';
import {
  type CommandLine,
  parseCommandLine,
  parseLeadingOptions,
} from '../../domain/command-line.ts';
import {
  type Effects,
  NO_EFFECTS,
  type Operation,
  type OperationReader,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { known, textOf, type Value } from '../../domain/value.ts';
import { applied, subcommandNamed, UNKNOWN } from './commands.ts';
import { givenValues } from './given-values.ts';
import { GLOBAL_OPTIONS, OPTIONS } from './options.ts';

export const terraform: OperationReader = {
  id: 'terraform',
  title: '`terraform`',
  programs: ['terraform', 'tofu'],
  read: readTerraform,
};

const PROGRAMS: ReadonlySet<string> = new Set(['terraform', 'tofu']);

/** Until 0.14 these took the root as their argument. */
const TAKE_FOLDER: ReadonlySet<string> = new Set(['init', 'plan', 'destroy', 'refresh']);

function readTerraform(call: Call): Effects | undefined {
  if (call.kind !== 'command') return undefined;
  const program = programName(call);
  if (!PROGRAMS.has(program)) return undefined;
  const { line: globals, rest } = parseLeadingOptions(call.words.slice(1), GLOBAL_OPTIONS);
  const [first, ...words] = rest;
  if (!first || isInformation(globals)) return NO_EFFECTS;
  const name = wordText(first) ?? '';
  const subcommand = name === '' ? UNKNOWN : subcommandNamed(name);
  if (!subcommand) return NO_EFFECTS;
  const line = parseCommandLine(words, OPTIONS);
  if (isLocal(name, line)) return NO_EFFECTS;
  if (isInformation(line) || (name === 'init' && hasNoBackend(line))) return NO_EFFECTS;
  const { effect, action } = applied(subcommand, it => isOn(line, it));
  const { inputs, files } = givenValues(words);
  const operation: Operation = {
    at: call.at,
    tool: name === '' ? program : `${program} ${name}`,
    effect,
    // Each provider's own audience takes its place.
    audience: 'arm',
    sessions: ['terraform'],
  };
  const path = globals.options.get('chdir')?.value ?? folderOf(name, line) ?? known('.', call.at);
  return {
    ...NO_EFFECTS,
    operations: [operation],
    runs: [{ kind: 'routine', type: 'terraform-module', path, inputs, valueFiles: files, action }],
  };
}

const isInformation = (line: CommandLine): boolean =>
  ['help', 'h', 'version', 'v'].some(it => line.options.has(it));

/** `workspace show` reads a file that `init` left on this machine. */
const isLocal = (name: string, { positionals: [first] }: CommandLine): boolean =>
  name === 'workspace' && first !== undefined && wordText(first) === 'show';

const isOn = (line: CommandLine, name: string): boolean => {
  const option = line.options.get(name);
  return option !== undefined && textOf(option.value) !== 'false';
};

const hasNoBackend = (line: CommandLine): boolean =>
  textOf(line.options.get('backend')?.value ?? { kind: 'absent' }) === 'false';

function folderOf(name: string, line: CommandLine): Value<string> | undefined {
  const argument: Word | undefined = line.positionals[0];
  const text = argument && TAKE_FOLDER.has(name) ? wordText(argument) : undefined;
  return argument && text !== undefined ? known(text, argument.at) : undefined;
}
