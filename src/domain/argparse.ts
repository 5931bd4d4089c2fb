//! Python's argparse, as far as a command line shows it: which word is an option, and which its value.
//! Source: https://docs.python.org/3/library/argparse.html#arguments-containing

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
import type { Value } from './value.ts';

/** What a word can be before its neighbours are looked at. */
type Token =
  | { readonly kind: 'argument' }
  | { readonly kind: 'separator' }
  /** `explicitFrom`: where its value starts in the same word. */
  | { readonly kind: 'option'; readonly row: OptionRow; readonly explicitFrom?: number }
  /** Starts as an option does, and is none of the table. */
  | { readonly kind: 'refused'; readonly error: string }
  /** Unknown from its first character on: an argument where one is expected, otherwise any option. */
  | { readonly kind: 'unknown' }
  /** Surely begins with a dash, and which option it is cannot be known. */
  | { readonly kind: 'some-option' };

interface Reading {
  readonly words: readonly Word[];
  readonly rows: readonly OptionRow[];
  readonly tokens: readonly Token[];
  readonly draft: CommandLineDraft;
}

export function readArgparse(
  words: readonly Word[],
  rows: readonly OptionRow[],
  extent: 'all' | 'leading',
): LeadingOptions {
  const reading: Reading = { words, rows, tokens: tokensOf(words, rows), draft: emptyDraft() };
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    const token = reading.tokens[index];
    if (!word || !token) break;
    if (extent === 'leading' && (token.kind === 'argument' || token.kind === 'unknown')) break;
    index = step(reading, index, word, token);
  }
  return { line: finished(reading.draft), rest: words.slice(index) };
}

/** Takes the word at `index`, and its values; gives the index after them. */
function step(reading: Reading, index: number, word: Word, token: Token): number {
  const { draft } = reading;
  switch (token.kind) {
    case 'argument':
    case 'separator':
      draft.positionals.push(word);
      return index + 1;
    case 'unknown':
    case 'some-option':
      draft.opaque.push(word);
      return index + 1;
    case 'refused':
      draft.errors.push(token.error);
      return index + 1;
    case 'option':
      if (token.explicitFrom === undefined) return takeFollowing(reading, index, token.row);
      return takeExplicit(reading, index, word, token.row, token.explicitFrom);
  }
}

/** `--flag=value`, `-pVALUE`; for a switch of one letter the rest of the word is more switches: `-iu`. */
function takeExplicit(
  reading: Reading,
  index: number,
  word: Word,
  first: OptionRow,
  firstFrom: number,
): number {
  const { draft, rows } = reading;
  const prefix = wordPrefix(word);
  let row = first;
  let from = firstFrom;
  while (!row.takesValue) {
    const isAllRead = from >= prefix.length;
    const next = rows.find(it => it.spellings.includes(`-${prefix.charAt(from)}`));
    if (prefix.startsWith('--') || (isAllRead ? isKnown(word) : !next)) {
      draft.errors.push(`argument ${row.spellings.join('/')}: ignored explicit argument`);
      return index + 1;
    }
    give(draft, row, [], word.at);
    if (isAllRead || !next) {
      draft.opaque.push(word); // `-i$more`: more letters, of any options
      return index + 1;
    }
    row = next;
    from += 1;
    if (from >= prefix.length && isKnown(word)) return takeFollowing(reading, index, row);
  }
  give(draft, row, [valueAfter(word, from)], word.at);
  return index + 1;
}

/** The values of an option from the words behind it. */
function takeFollowing(reading: Reading, index: number, row: OptionRow): number {
  const { words, draft, tokens } = reading;
  const word = words[index];
  const values: Value<string>[] = [];
  let end = index + 1;
  if (!word) return end;
  const most = row.takesMany ? Number.POSITIVE_INFINITY : row.takesValue ? 1 : 0;
  while (values.length < most && isArgument(tokens[end])) {
    const value = words[end];
    // Behind the first of many, unquoted text may just as well be the next options.
    if (values.length > 0 && value && tokens[end]?.kind === 'unknown' && value.splits) {
      draft.opaque.push(value);
    }
    values.push(wordValue(value));
    end += 1;
  }
  if (most > 0 && values.length === 0) {
    const expected = row.takesMany ? 'at least one argument' : 'one argument';
    draft.errors.push(`argument ${row.spellings.join('/')}: expected ${expected}`);
    return end;
  }
  give(draft, row, values, spanFrom(word, words[end - 1] ?? word));
  return end;
}

const isArgument = (token: Token | undefined): boolean =>
  token?.kind === 'argument' || token?.kind === 'unknown';

function tokensOf(words: readonly Word[], rows: readonly OptionRow[]): readonly Token[] {
  let isAfterSeparator = false;
  return words.map((word): Token => {
    if (isAfterSeparator) return { kind: 'argument' };
    const prefix = wordPrefix(word);
    if (!isKnown(word)) return tokenOfPrefix(prefix, rows);
    if (prefix === '--') isAfterSeparator = true;
    return isAfterSeparator ? { kind: 'separator' } : tokenOfText(prefix, rows);
  });
}

const NEGATIVE_NUMBER = /^-\d+$|^-\d*\.\d+$/;

function tokenOfText(text: string, rows: readonly OptionRow[]): Token {
  if (!text.startsWith('-') || text === '-') return { kind: 'argument' };
  const exact = rowOf(text, rows);
  if (exact) return { kind: 'option', row: exact };
  const found = optionOf(text, rows);
  if (found) return found;
  if (NEGATIVE_NUMBER.test(text) || text.includes(' ')) return { kind: 'argument' };
  return { kind: 'refused', error: `unrecognized arguments: ${flagOf(text)}` };
}

/** A word of which only the beginning is known. */
function tokenOfPrefix(prefix: string, rows: readonly OptionRow[]): Token {
  if (prefix === '') return { kind: 'unknown' };
  if (!prefix.startsWith('-')) return { kind: 'argument' };
  const isLong = prefix.startsWith('--');
  if (!prefix.includes('=') && (isLong || prefix.length < 2)) return { kind: 'some-option' };
  const exact = isLong ? undefined : rowOf(prefix, rows);
  if (exact) return { kind: 'option', row: exact, explicitFrom: prefix.length };
  const found = optionOf(prefix, rows);
  if (found) return found;
  if (prefix.includes(' ')) return { kind: 'argument' };
  return { kind: 'refused', error: `unrecognized arguments: ${flagOf(prefix)}` };
}

/** `--flag=value`, a prefix of a long option, `-pVALUE`. */
function optionOf(text: string, rows: readonly OptionRow[]): Token | undefined {
  const equals = text.indexOf('=');
  const head = equals < 0 ? text : text.slice(0, equals);
  const explicit = equals < 0 ? {} : { explicitFrom: equals + 1 };
  const named = equals < 0 ? undefined : rowOf(head, rows);
  if (named) return { kind: 'option', row: named, ...explicit };
  if (!text.startsWith('--')) {
    const row = rowOf(text.slice(0, 2), rows);
    return row && { kind: 'option', row, explicitFrom: 2 };
  }
  const matches = rows.flatMap(row =>
    row.spellings.filter(it => it.startsWith(head)).map(spelling => ({ row, spelling })),
  );
  const [match] = matches;
  if (!match) return undefined;
  if (matches.length === 1) return { kind: 'option', row: match.row, ...explicit };
  const names = matches.map(it => it.spelling).join(', ');
  return { kind: 'refused', error: `ambiguous option: ${head} could match ${names}` };
}

const rowOf = (spelling: string, rows: readonly OptionRow[]): OptionRow | undefined =>
  rows.find(row => row.spellings.includes(spelling));

/** The flag alone: what stands behind it may be a secret. */
const flagOf = (text: string): string =>
  text.startsWith('--') ? text.replace(/[= ].*$/s, '') : text.slice(0, 2);
