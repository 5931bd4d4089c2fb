//! A command's words to its options and positional arguments, by a table of its flags.

import { readArgparse } from './argparse.ts';
import type { Word } from './call.ts';
import { readGoFlags } from './go-flags.ts';
import { readPlain } from './plain-options.ts';
import type { Span } from './span.ts';
import type { Value } from './value.ts';

export interface OptionTable {
  /**
   * `argparse`: prefixes of long options, `-pVALUE`, `-p=VALUE`, `--flag=value`; a value never starts with `-`.
   * `pflag`: no prefixes, a switch takes its value only after `=`; a value may start with `-`.
   * `go-flag`: one dash or two, `-flag=value` or `-flag value`; options end at the first positional word.
   * `plain`: whole spellings, `-n value` or `--name=value`; what the table lacks is no error.
   */
  readonly style: 'argparse' | 'pflag' | 'go-flag' | 'plain';
  readonly options: readonly OptionRow[];
}

export interface OptionRow {
  /** What callers ask for: `username`. */
  readonly name: string;
  /** As typed, with dashes: `--username`, `-u`. */
  readonly spellings: readonly string[];
  readonly takesValue: boolean;
  /** It takes every word up to the next option: `--parameters a=1 b=2`; only argparse has it. */
  readonly takesMany?: boolean;
}

/** `--username -un` is an option with a value and its spellings, the first of which is its name; a `!` in front makes it a switch. */
export const optionRows = (rows: readonly string[]): readonly OptionRow[] =>
  rows.map(row => {
    const spellings = row.replace(/^!/, '').split(' ');
    const name = (spellings[0] ?? '').replace(/^-+/, '');
    return { name, spellings, takesValue: !row.startsWith('!') };
  });

export interface CommandLine {
  /** By name; of several the last. */
  readonly options: ReadonlyMap<string, GivenOption>;
  /** In argparse style with `--` itself, which a command without positional arguments refuses. */
  readonly positionals: readonly Word[];
  /** Words of unknown text that stand where an option may: they may be any option, or several. */
  readonly opaque: readonly Word[];
  /** What the tool would refuse, in its own words where they are known, without the text of values. */
  readonly errors: readonly string[];
}

export interface GivenOption {
  /** `absent` for a switch without a value; of several the last. */
  readonly value: Value<string>;
  /** Every value, in order: of an option that takes many or that is given several times. */
  readonly values: readonly Value<string>[];
  /** The flag and its value. */
  readonly at: Span;
}

/** `words` are those after the command and its subcommands. */
export function parseCommandLine(words: readonly Word[], table: OptionTable): CommandLine {
  return readerOf(table)(words, table.options, 'all').line;
}

/** The options before the first positional word, and the words from there on: `-chdir=infra`, then `apply`. */
export function parseLeadingOptions(words: readonly Word[], table: OptionTable): LeadingOptions {
  return readerOf(table)(words, table.options, 'leading');
}

export interface LeadingOptions {
  readonly line: CommandLine;
  readonly rest: readonly Word[];
}

/** Reads a command line in one style; `leading` stops at the first positional word. */
export type StyleReader = (
  words: readonly Word[],
  options: readonly OptionRow[],
  extent: 'all' | 'leading',
) => LeadingOptions;

function readerOf(table: OptionTable): StyleReader {
  switch (table.style) {
    case 'argparse':
      return readArgparse;
    case 'pflag':
      return (words, options, extent) => readGoFlags(words, options, extent, 'pflag');
    case 'go-flag':
      return (words, options, extent) => readGoFlags(words, options, extent, 'go-flag');
    case 'plain':
      return readPlain;
  }
}
