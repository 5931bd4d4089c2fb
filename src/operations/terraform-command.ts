//! A command of Terraform, wherever it is written: what it does to Azure, and the root that it runs with the values it is given.
//! Source: https://developer.hashicorp.com/terraform/cli/config/environment-variables

import { type Word, wordPrefix, wordText, wordValue } from '../domain/call.ts';
import { type CommandLine, parseCommandLine } from '../domain/command-line.ts';
import { type Effects, NO_EFFECTS, type Operation, type Runs } from '../domain/operation.ts';
import type { Surroundings } from '../domain/sign-in.ts';
import type { Span } from '../domain/span.ts';
import { textOf } from '../domain/value.ts';
import { wordsOfValue } from '../domain/value-words.ts';
import { givenValues } from './given-values.ts';
import { OPTIONS } from './terraform-options.ts';
import { TERRAFORM_ROOT, RUNS_TERRAFORM_ROOT as verb } from './terraform-root.ts';
import { applied, type Subcommand, subcommandNamed, UNKNOWN } from './terraform-subcommands.ts';

export interface TerraformLine {
  readonly at: Span;
  /** `terraform`, `tofu`, `terragrunt`. */
  readonly program: string;
  /** The subcommand first. */
  readonly words: readonly Word[];
}

type RoutineRuns = Runs & { kind: 'routine' };

/** The root that a command runs. */
type RootRuns = Pick<RoutineRuns, 'type' | 'path' | 'everyBelow' | 'root'>;

export function terraformEffects(
  { at, program, words: [first, ...rest] }: TerraformLine,
  context: Surroundings,
  rootOf: (name: string, line: CommandLine) => RootRuns,
): Effects {
  if (!first) return NO_EFFECTS;
  const name = wordText(first) ?? '';
  const subcommand = name === '' ? UNKNOWN : subcommandNamed(name);
  const words = [...environmentWords(name, context), ...rest];
  const line = parseCommandLine(words, OPTIONS);
  if (!subcommand || isInformation(line) || isLocal(name, line)) return NO_EFFECTS;
  const { effect, action } = applied(subcommand, it => isOn(line, it));
  const tool = name === '' ? program : `${program} ${name}`;
  const root = rootOf(name, line);
  return {
    ...NO_EFFECTS,
    operations: [terraformOperation(at, tool, effect)],
    runs: [
      {
        kind: 'routine',
        ...root,
        verb,
        ...valuesOf(words, line),
        ...planOf(name, line),
        ...workspaceOf(name, line),
        action,
      },
    ],
  };
}

export const terraformOperation = (
  at: Span,
  tool: string,
  effect: Subcommand['effect'],
): Operation => ({
  at,
  tool,
  effect,
  // Each provider's own audience takes its place.
  audience: 'arm',
  sessions: [TERRAFORM_ROOT.session],
});

/** Words of which nothing is known may name files of values. */
function valuesOf(
  words: readonly Word[],
  { opaque }: CommandLine,
): Pick<RoutineRuns, 'inputs' | 'valueFiles' | 'filesBefore'> {
  const { inputs, files, filesBefore } = givenValues(words);
  return { inputs, valueFiles: [...opaque.map(wordValue), ...files], filesBefore };
}

/** Words that variables put before those of the command line. */
const environmentWords = (name: string, { environment }: Surroundings): readonly Word[] =>
  [`TF_CLI_ARGS_${name.replaceAll('-', '_')}`, 'TF_CLI_ARGS'].flatMap(it =>
    wordsOfValue(environment(it)),
  );

/** The file that `plan` writes, and `apply` reads. */
function planOf(
  name: string,
  { options, positionals: [first] }: CommandLine,
): Pick<RoutineRuns, 'keeps' | 'resumes'> {
  const written = name === 'plan' ? options.get('out')?.value : undefined;
  if (written) return { keeps: written };
  return name === 'apply' && first ? { resumes: wordValue(first) } : {};
}

/** `workspace select -or-create production`. */
function workspaceOf(
  name: string,
  { positionals: [verb, ...rest] }: CommandLine,
): Pick<RoutineRuns, 'selects'> {
  const isSelection =
    name === 'workspace' && /^(?:select|new)$/.test((verb && wordText(verb)) ?? '');
  const workspace = rest.findLast(it => !wordPrefix(it).startsWith('-'));
  return isSelection && workspace ? { selects: wordValue(workspace) } : {};
}

export const isInformation = (line: CommandLine): boolean =>
  ['help', 'h', 'version', 'v'].some(it => line.options.has(it));

/** `workspace show` reads a file that `init` left on this machine; without its backend `init` asks nobody. */
const isLocal = (name: string, { options, positionals: [first] }: CommandLine): boolean =>
  (name === 'workspace' && first !== undefined && wordText(first) === 'show') ||
  (name === 'init' && textOf(options.get('backend')?.value ?? { kind: 'absent' }) === 'false');

const isOn = (line: CommandLine, name: string): boolean => {
  const option = line.options.get(name);
  return option !== undefined && textOf(option.value) !== 'false';
};
