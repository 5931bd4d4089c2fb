//! A command's words to its options and positional arguments, by a table of its flags.

import type { Word } from './call.ts';
import type { Span } from './span.ts';
import type { Value } from './value.ts';

export interface OptionTable {
  /**
   * `argparse`: prefixes of long options, `-pVALUE`, `-p=VALUE`, `--flag=value`; a value never starts with `-`.
   * `pflag`: no prefixes, a switch takes its value only after `=`; a value may start with `-`.
   * `go-flag`: one dash or two, `-flag=value` or `-flag value`.
   */
  readonly style: 'argparse' | 'pflag' | 'go-flag';
  readonly options: readonly OptionRow[];
}

export interface OptionRow {
  /** What callers ask for: `username`. */
  readonly name: string;
  /** As typed, with dashes: `--username`, `-u`. */
  readonly spellings: readonly string[];
  readonly takesValue: boolean;
}

export interface CommandLine {
  /** By name; of several the last. */
  readonly options: ReadonlyMap<string, GivenOption>;
  readonly positionals: readonly Word[];
  /** Words of unknown text that stand where an option may: they may be any option, or several. */
  readonly opaque: readonly Word[];
  /** What the tool would refuse, in its own words where they are known. */
  readonly errors: readonly string[];
}

export interface GivenOption {
  /** `absent` for a switch without a value. */
  readonly value: Value<string>;
  /** The flag and its value. */
  readonly at: Span;
}
