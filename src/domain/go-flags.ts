//! The flags of programs written in Go: the library pflag, and the standard library's package flag.
//! Sources: https://pkg.go.dev/github.com/spf13/pflag, https://pkg.go.dev/flag#hdr-Command_line_flag_syntax

import { isKnown, type Word, wordPrefix, wordValue } from './call.ts';
import type { LeadingOptions, OptionRow } from './command-line.ts';
import {
  type CommandLineDraft,
  emptyDraft,
  finished,
  give,
  spanFrom,
  valueAfter,
} from './command-line-draft.ts';

type GoStyle = 'pflag' | 'go-flag';

interface Reading {
  readonly words: readonly Word[];
  readonly rows: readonly OptionRow[];
  readonly style: GoStyle;
  readonly draft: CommandLineDraft;
}

export function readGoFlags(
  words: readonly Word[],
  rows: readonly OptionRow[],
  extent: 'all' | 'leading',
  style: GoStyle,
): LeadingOptions {
  const draft = emptyDraft();
  const reading: Reading = { words, rows, style, draft };
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (!word) break;
    const prefix = wordPrefix(word);
    if (isKnown(word) && prefix === '--') {
      if (extent === 'leading') return { line: finished(draft), rest: words.slice(index + 1) };
      draft.positionals.push(...words.slice(index + 1));
      return { line: finished(draft), rest: [] };
    }
    if (isPositional(word)) {
      if (extent === 'leading') return { line: finished(draft), rest: words.slice(index) };
      if (style === 'go-flag' && (prefix !== '' || isKnown(word))) {
        draft.positionals.push(...words.slice(index));
        return { line: finished(draft), rest: [] };
      }
      (prefix === '' && !isKnown(word) ? draft.opaque : draft.positionals).push(word);
      index += 1;
    } else {
      index = readFlag(reading, index, word, prefix);
    }
  }
  return { line: finished(draft), rest: [] };
}

const isPositional = (word: Word): boolean => {
  const prefix = wordPrefix(word);
  return !prefix.startsWith('-') || (prefix === '-' && isKnown(word));
};

/** Gives the index of the word after the flag and its value. */
function readFlag(reading: Reading, index: number, word: Word, prefix: string): number {
  const { draft, style, rows } = reading;
  if (style === 'pflag' && !prefix.startsWith('--')) return readLetters(reading, index, word);
  const dashes = prefix.startsWith('--') ? 2 : 1;
  const equals = prefix.indexOf('=');
  if (equals < 0 && !isKnown(word)) {
    draft.opaque.push(word);
    return index + 1;
  }
  const name = prefix.slice(dashes, equals < 0 ? undefined : equals);
  const row = rows.find(it => it.spellings.some(spelling => isSpelling(spelling, name, style)));
  if (!row) {
    draft.errors.push(
      style === 'pflag' ? `unknown flag: --${name}` : `flag provided but not defined: -${name}`,
    );
    return index + 1;
  }
  if (equals < 0) return readFollowing(reading, index, word, row);
  give(draft, row, [valueAfter(word, equals + 1)], word.at);
  return index + 1;
}

const isSpelling = (spelling: string, name: string, style: GoStyle): boolean =>
  style === 'pflag' ? spelling === `--${name}` : spelling.replace(/^--?/, '') === name;

/** `-abc`: switches of one letter, of which the last may take a value: `-lspn`, `-l=spn`, `-l spn`. */
function readLetters(reading: Reading, index: number, word: Word): number {
  const { draft, rows } = reading;
  const prefix = wordPrefix(word);
  for (let from = 1; from < prefix.length; from += 1) {
    const row = rows.find(it => it.spellings.includes(`-${prefix.charAt(from)}`));
    if (!row) {
      draft.errors.push(`unknown shorthand flag: '${prefix.charAt(from)}'`);
      return index + 1;
    }
    if (from + 1 >= prefix.length && isKnown(word)) return readFollowing(reading, index, word, row);
    const hasEquals = prefix.charAt(from + 1) === '=';
    if (row.takesValue || hasEquals) {
      give(draft, row, [valueAfter(word, from + (hasEquals ? 2 : 1))], word.at);
      return index + 1;
    }
    give(draft, row, [], word.at);
  }
  draft.opaque.push(word);
  return index + 1;
}

function readFollowing(reading: Reading, index: number, word: Word, row: OptionRow): number {
  const { draft, words } = reading;
  if (!row.takesValue) {
    give(draft, row, [], word.at);
    return index + 1;
  }
  const value = words[index + 1];
  if (!value) {
    draft.errors.push(`flag needs an argument: ${row.spellings[0] ?? row.name}`);
    return index + 1;
  }
  give(draft, row, [wordValue(value)], spanFrom(word, value));
  return index + 2;
}
