//! Scripts that stand in the options of a command and run on another machine.

import { wordPrefix } from '../../domain/call.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Runs } from '../../domain/operation.ts';
import { type Hole, type Region, subRegion, verbatim } from '../../domain/region.ts';
import { textOf, type Value } from '../../domain/value.ts';
import {
  type Argument,
  type AzCommand,
  argumentsOf,
  argumentValue,
  optionValue,
} from './command.ts';

interface Row {
  readonly options: readonly string[];
  /** Its value is JSON, and the script is a string in it. */
  readonly isSettings?: true;
  /** Its value may be the path of the script as well as its text. */
  readonly mayBePath?: true;
}

const RUN_COMMAND: Row = { options: ['--scripts', '--script'] };
const START: Row = { options: ['--custom-data', '--user-data'], mayBePath: true };
const EXTENSION: Row = { options: ['--settings', '--protected-settings'], isSettings: true };

const COMMANDS: ReadonlyMap<string, Row> = new Map([
  ['vm run-command invoke', RUN_COMMAND],
  ['vm run-command create', RUN_COMMAND],
  ['vm run-command update', RUN_COMMAND],
  ['vmss run-command invoke', RUN_COMMAND],
  ['vmss run-command create', RUN_COMMAND],
  ['vm create', START],
  ['vmss create', START],
  ['vm update', START],
  ['vmss update', START],
  ['deployment-scripts create', { options: ['--script-content', '-c'], mayBePath: true }],
  ['vm extension set', EXTENSION],
  ['vmss extension set', EXTENSION],
  ['container create', { options: ['--command-line'] }],
  ['aks command invoke', { options: ['--command', '-c'] }],
]);

export function embeddedScripts(command: AzCommand): readonly Runs[] {
  const row = COMMANDS.get(command.name);
  if (!row) return [];
  return argumentsOf(command, ...row.options).flatMap((argument): readonly Runs[] => {
    const value = argumentValue(argument);
    const path = pathIn(argument, row);
    if (path) return row.isSettings ? [] : [scriptFile(path)];
    const source = row.isSettings ? commandIn(value) : withHoles(placed(value), argument);
    if (!source) return [];
    const language = languageOf(command, row, value);
    return language === undefined ? [] : [{ kind: 'script', language, source, session: 'machine' }];
  });
}

/** `@file`, or the path alone where that is enough. The file is read on this machine. */
function pathIn(argument: Argument, row: Row): Value<string> | undefined {
  const { word, from } = argument;
  if (wordPrefix(word).startsWith('@', from)) return argumentValue({ word, from: from + 1 });
  const value = argumentValue(argument);
  const isPath = row.mayBePath && /^[^\s#<>|&;]+$/.test(textOf(value) ?? '');
  return isPath ? value : undefined;
}

const scriptFile = (path: Value<string>): Runs => ({
  kind: 'routine',
  type: 'script',
  path,
  inputs: new Map(),
  valueFiles: [],
  action: '',
});

/** `undefined` for what is no script, such as the settings of cloud-init. */
function languageOf(command: AzCommand, row: Row, value: Value<string>): string | undefined {
  const kind = optionValue(command, '--command-id', '--kind');
  if (/powershell/i.test(textOf(kind) ?? '')) return 'powershell';
  return row === START && !/^#!.*sh\b/.test(textOf(value) ?? '') ? undefined : 'bash';
}

function commandIn(settings: Value<string>): Value<string> | undefined {
  const match = /"commandToExecute"\s*:\s*"((?:[^"\\]|\\.)*)"/.exec(textOf(settings) ?? '');
  const text = match?.[1]?.replace(/\\(["\\/])/g, '$1');
  return text === undefined || settings.kind === 'absent'
    ? undefined
    : { kind: 'known', value: text, at: settings.at, via: settings.via };
}

/** With the place of each character, when the word is its own text, with or without quotes around it. */
function placed(value: Value<string>): Value<string> {
  if (value.kind !== 'known' || value.region) return value;
  const { at } = value;
  const surplus = at.end - at.start - value.value.length;
  if (surplus !== 0 && surplus !== 2) return value;
  return { ...value, region: verbatim(at.path, value.value, at.start + surplus / 2) };
}

/** A script of which parts are not known: they stand in it as holes. */
function withHoles(value: Value<string>, { word, from }: Argument): Value<string> {
  if (value.kind !== 'unknown' || value.region) return value;
  const holes: Hole[] = [];
  let text = '';
  for (const part of word.parts) {
    const start = text.length;
    text += part.kind === 'text' ? part.text : HOLE;
    if (part.kind === 'unknown') {
      const expression = unknownExpression(part.why, word.at);
      holes.push({ start, end: text.length, expression });
    }
  }
  const whole: Region = { at: word.at, text, segments: [], holes };
  return { ...value, region: subRegion(whole, from, text.length) };
}

/** What stands in a hole; nobody reads it. */
const HOLE = '$_';
