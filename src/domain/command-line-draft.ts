//! What a reader of command lines collects, and how it cuts a word that holds a flag and its value.

import { type Word, wordPrefix, wordText, wordValue } from './call.ts';
import type { CommandLine, GivenOption, OptionRow } from './command-line.ts';
import type { Span } from './span.ts';
import { ABSENT, type Value } from './value.ts';

export interface CommandLineDraft {
  readonly options: Map<string, GivenOption>;
  readonly positionals: Word[];
  readonly opaque: Word[];
  readonly errors: string[];
}

export const emptyDraft = (): CommandLineDraft => ({
  options: new Map(),
  positionals: [],
  opaque: [],
  errors: [],
});

export const finished = (draft: CommandLineDraft): CommandLine => draft;

/** Notes an option with the values it has in this place; none for a switch. */
export function give(
  draft: CommandLineDraft,
  row: OptionRow,
  values: readonly Value<string>[],
  at: Span,
): void {
  const before = draft.options.get(row.name);
  draft.options.set(row.name, {
    value: values.at(-1) ?? ABSENT,
    values: [...(before?.values ?? []), ...values],
    at,
  });
}

export const spanFrom = (first: Word, last: Word): Span =>
  first.at.path === last.at.path
    ? { ...first.at, end: Math.max(first.at.end, last.at.end) }
    : first.at;

/** The value that stands in a word after the first `length` characters, all of which are known. */
export function valueAfter(word: Word, length: number): Value<string> {
  const text = wordText(word);
  if (text === undefined) {
    const value = wordValue(word);
    const prefix = wordPrefix(word);
    if (value.kind !== 'unknown') return value;
    const pattern = value.pattern?.slice(length);
    return { ...value, ...(pattern ? { pattern } : {}), at: cut(word.at, prefix, length) };
  }
  // Quotes and escapes make a word longer in the file than it is: then the whole word is the place.
  const isVerbatim = word.at.end - word.at.start === text.length;
  const at = isVerbatim ? { ...word.at, start: word.at.start + length } : word.at;
  return { kind: 'known', value: text.slice(length), at, via: [] };
}

function cut(at: Span, prefix: string, length: number): Span {
  const start = at.start + length;
  return prefix.length >= length && start < at.end ? { ...at, start } : at;
}
