//! `packer build`: which template it builds, with which values.
//! Source: https://developer.hashicorp.com/packer/docs/commands/build

import { type CommandCall, type Word, wordText, wordValue } from '../../domain/call.ts';
import { type OptionTable, parseCommandLine } from '../../domain/command-line.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Root } from '../../domain/root.ts';
import { givenValues } from '../given-values.ts';

export const packer: OperationReader = {
  id: 'packer',
  title: '`packer`',
  programs: ['packer', 'packer.io'],
  read(call) {
    if (call.kind !== 'command' || !/^packer(?:\.io)?$/.test(programName(call))) return undefined;
    const [, subcommand, ...words] = call.words;
    return subcommand && wordText(subcommand) === 'build' ? readBuild(call, words) : NO_EFFECTS;
  },
};

const SWITCHES = ['debug', 'force', 'machine-readable', 'timestamp-ui', 'warn-on-undeclared-var'];
const VALUED = ['var', 'var-file', 'only', 'except', 'on-error', 'parallel-builds', 'color'];

const OPTIONS: OptionTable = {
  style: 'go-flag',
  options: [
    ...SWITCHES.map(name => ({ name, spellings: [`-${name}`], takesValue: false })),
    ...VALUED.map(name => ({ name, spellings: [`-${name}`], takesValue: true })),
  ],
};

const TEMPLATE: Root = { session: 'packer', runsIn: 'current-folder' };

function readBuild(call: CommandCall, words: readonly Word[]): Effects {
  const { positionals } = parseCommandLine(words, OPTIONS);
  const template = positionals.at(-1);
  if (!template) return NO_EFFECTS;
  const { inputs, files } = givenValues(words);
  return {
    ...NO_EFFECTS,
    operations: [
      {
        at: call.at,
        tool: 'packer build',
        effect: 'write',
        audience: 'arm',
        sessions: [TEMPLATE.session],
      },
    ],
    runs: [
      {
        kind: 'routine',
        type: 'packer-template',
        root: TEMPLATE,
        verb: 'builds',
        path: wordValue(template),
        inputs,
        valueFiles: files,
        action: 'build',
      },
    ],
  };
}
