//! `terraform`, `tofu` and `terragrunt`: which root they run, how, and what that does to Azure.

import { type CommandCall, type Word, wordText } from '../../domain/call.ts';
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
  type Runs,
} from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Root } from '../../domain/root.ts';
import type { Surroundings } from '../../domain/sign-in.ts';
import { ABSENT, known, textOf, type Value } from '../../domain/value.ts';
import { givenValues } from '../given-values.ts';
import { TERRAFORM_ROOT, RUNS_TERRAFORM_ROOT as verb } from '../terraform-root.ts';
import { applied, subcommandNamed, UNKNOWN } from './commands.ts';
import { GLOBAL_OPTIONS, OPTIONS } from './options.ts';
import { terragruntLine } from './terragrunt.ts';

export const terraform: OperationReader = {
  id: 'terraform',
  title: '`terraform`',
  programs: ['terraform', 'tofu', 'terragrunt'],
  codeWords: /terraform|tofu\b/,
  read(call, context) {
    if (call.kind !== 'command') return undefined;
    const program = programName(call);
    if (program === 'terragrunt') return readTerragrunt(call, context);
    return program === 'terraform' || program === 'tofu' ? readTerraform(call, program) : undefined;
  },
};

/** Until 0.14 these took the root as their argument. */
const TAKE_FOLDER: ReadonlySet<string> = new Set(['init', 'plan', 'destroy', 'refresh']);

/** The root that a command runs. */
type RootRuns = Pick<Runs & { kind: 'routine' }, 'type' | 'path' | 'everyBelow' | 'root'>;

function readTerraform(call: CommandCall, program: string): Effects {
  const { line: globals, rest } = parseLeadingOptions(call.words.slice(1), GLOBAL_OPTIONS);
  if (isInformation(globals)) return NO_EFFECTS;
  return readSubcommand(call, program, rest, (name, line) => ({
    type: 'terraform-module',
    root: TERRAFORM_ROOT,
    path: globals.options.get('chdir')?.value ?? folderOf(name, line) ?? known('.', call.at),
  }));
}

const UNIT = 'terragrunt.hcl';

const TERRAGRUNT_ROOT: Root = { ...TERRAFORM_ROOT, runsIn: 'folder-of-path', hasHooks: true };

function readTerragrunt(call: CommandCall, context: Surroundings): Effects {
  const line = terragruntLine(call.words.slice(1));
  if (!line) return NO_EFFECTS;
  const given = [
    line.folder ?? ABSENT,
    context.environment('TG_WORKING_DIR'),
    context.environment('TERRAGRUNT_WORKING_DIR'),
  ];
  const folder = given.find(it => it.kind !== 'absent') ?? known('.', call.at);
  const unit = { type: 'terragrunt-file', root: TERRAGRUNT_ROOT };
  return readSubcommand(call, 'terragrunt', line.words, () =>
    line.isAll
      ? { ...unit, path: folder, everyBelow: UNIT }
      : { ...unit, path: line.file ?? inFolder(folder) },
  );
}

const inFolder = (folder: Value<string>): Value<string> =>
  folder.kind === 'known' ? { ...folder, value: `${folder.value}/${UNIT}` } : folder;

function readSubcommand(
  call: CommandCall,
  program: string,
  [first, ...words]: readonly Word[],
  rootOf: (name: string, line: CommandLine) => RootRuns,
): Effects {
  if (!first) return NO_EFFECTS;
  const name = wordText(first) ?? '';
  const subcommand = name === '' ? UNKNOWN : subcommandNamed(name);
  if (!subcommand) return NO_EFFECTS;
  const line = parseCommandLine(words, OPTIONS);
  if (isLocal(name, line)) return NO_EFFECTS;
  if (isInformation(line) || (name === 'init' && hasNoBackend(line))) return NO_EFFECTS;
  const { effect, action } = applied(subcommand, it => isOn(line, it));
  const { inputs, files, filesBefore } = givenValues(words);
  const operation: Operation = {
    at: call.at,
    tool: name === '' ? program : `${program} ${name}`,
    effect,
    // Each provider's own audience takes its place.
    audience: 'arm',
    sessions: [TERRAFORM_ROOT.session],
  };
  return {
    ...NO_EFFECTS,
    operations: [operation],
    runs: [
      {
        kind: 'routine',
        ...rootOf(name, line),
        verb,
        inputs,
        valueFiles: files,
        filesBefore,
        action,
      },
    ],
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
