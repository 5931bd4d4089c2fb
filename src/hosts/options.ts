//! The words of the command line to a command.

import { parseArgs } from 'node:util';
import { didYouMean } from '../engine/nearest.ts';
import { type FailOn, failOnOf } from './fail-on.ts';
import { type Scope, scopeOf } from './plan.ts';
import { oneOf, UsageError } from './usage-error.ts';

export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'init' }
  | { readonly kind: 'explain'; readonly names: readonly string[]; readonly color: boolean }
  | ScanCommand;

export interface ScanCommand {
  readonly kind: 'scan';
  readonly paths: readonly string[];
  readonly format: string;
  readonly output: string | undefined;
  readonly config: string | undefined;
  readonly baseline: string | undefined;
  readonly base: string | undefined;
  readonly scope: Scope | undefined;
  /** Write the list of known findings anew, with all that is found. */
  readonly updatesBaseline: boolean;
  /** As given: the settings may say it. */
  readonly failOn: FailOn | undefined;
  readonly color: boolean;
}

const OPTIONS = {
  format: { type: 'string' },
  output: { type: 'string' },
  config: { type: 'string' },
  baseline: { type: 'string' },
  base: { type: 'string' },
  scope: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  'fail-on': { type: 'string' },
  'no-color': { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const TYPES: ReadonlyMap<string, 'string' | 'boolean'> = new Map(
  Object.entries(OPTIONS).map(([name, { type }]) => [name, type]),
);

const COMMANDS = ['scan', 'explain', 'init'];

/** Throws `UsageError`. */
export function commandOf(args: readonly string[], formats: readonly string[]): Command {
  const { options, words } = parsed(args);
  if (options.has('help')) return { kind: 'help' };
  if (options.has('version')) return { kind: 'version' };
  const [command, ...rest] = words;
  switch (command) {
    case 'init':
      return { kind: 'init' };
    case 'explain':
      return { kind: 'explain', names: rest, color: !options.has('no-color') };
    case 'scan':
      return {
        kind: 'scan',
        paths: rest.length === 0 ? ['.'] : rest,
        format: formatOf(options.get('format') ?? 'text', formats),
        output: options.get('output'),
        config: options.get('config'),
        baseline: options.get('baseline'),
        base: options.get('base'),
        scope: scopeGiven(options.get('scope')),
        updatesBaseline: options.has('update-baseline'),
        failOn: failOnGiven(options.get('fail-on')),
        color: !options.has('no-color'),
      };
    case undefined:
      throw new UsageError('say what to do: `mfa-ready scan`, or `mfa-ready --help` for the rest');
    default:
      throw new UsageError(
        `there is no command \`${command}\`; it can be ${oneOf(COMMANDS)}${didYouMean(command, COMMANDS)}`,
      );
  }
}

const failOnGiven = (given: string | undefined): FailOn | undefined =>
  given === undefined ? undefined : failOnOf('--fail-on', given);

const scopeGiven = (given: string | undefined): Scope | undefined =>
  given === undefined ? undefined : scopeOf('--scope', given);

interface Parsed {
  readonly options: ReadonlyMap<string, string>;
  readonly words: readonly string[];
}

/** Not strict: the sentences of `parseArgs` are not ours, and suggest nothing. */
function parsed(args: readonly string[]): Parsed {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const options = new Map<string, string>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') options.set(token.name, checked(token));
  }
  return { options, words };
}

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function checked({ name, rawName, value, inlineValue }: OptionToken): string {
  const type = TYPES.get(name);
  if (!type) {
    const names = [...TYPES.keys()].map(it => `--${it}`);
    throw new UsageError(`there is no option \`${rawName}\`${didYouMean(rawName, names)}`);
  }
  if (type === 'boolean' && value !== undefined) {
    throw new UsageError(`\`${rawName}\` takes no value`);
  }
  const isAnotherOption = inlineValue !== true && value?.startsWith('-') === true;
  if (type === 'string' && (value === undefined || value === '' || isAnotherOption)) {
    throw new UsageError(`\`${rawName}\` needs a value: \`${rawName} …\``);
  }
  return value ?? '';
}

function formatOf(given: string, formats: readonly string[]): string {
  if (formats.includes(given)) return given;
  const hint = didYouMean(given, formats);
  throw new UsageError(`\`--format\` is \`${given}\`; it can be ${oneOf(formats)}${hint}`);
}
