//! What an expression evaluates to: a string known in part or whole, a list, an object, or a reason.

import type { WordPart } from '../domain/call.ts';
import type { Region } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';
import { ABSENT, type Unknown } from '../domain/value.ts';

export type Datum =
  | {
      readonly kind: 'string';
      readonly parts: readonly WordPart[];
      readonly at: Span;
      /** Where the text stands, its holes replaced by what they evaluated to. */
      readonly region?: Region;
      /** A default, where whoever runs it may give another value: it decides nothing. */
      readonly isUsual?: true;
      /** In a list: its unknown part was not quoted, so that it may be any number of elements. */
      readonly splits?: boolean;
    }
  | { readonly kind: 'list'; readonly items: readonly Datum[]; readonly at: Span }
  | { readonly kind: 'object'; readonly entries: ReadonlyMap<string, Datum>; readonly at: Span }
  | {
      readonly kind: 'unknown';
      readonly why: Unknown;
      readonly at: Span;
      /** It is not empty: what a command puts out that went well. */
      readonly isFilled?: true;
      /** In a list: it may be any number of elements. */
      readonly splits?: boolean;
    }
  /** Set to nothing, or taken away. */
  | { readonly kind: 'absent' }
  /** On one of the ways here nothing in the repository set it: whatever the environment holds. */
  | { readonly kind: 'unset'; readonly name: string; readonly at: Span };

/** Every value something may have; never empty. */
export type Alternatives = readonly Datum[];

/** More than these become one unknown: a shell loop over many names must not multiply the work. */
export const ALTERNATIVES_MAX = 8;

export const stringDatum = (text: string, at: Span): Datum => ({
  kind: 'string',
  parts: text === '' ? [] : [{ kind: 'text', text }],
  at,
});

export const unknownDatum = (why: Unknown, at: Span): Datum => ({ kind: 'unknown', why, at });

/** The text of a string without unknown parts; `undefined` for all else. */
export function datumText(datum: Datum): string | undefined {
  if (datum.kind !== 'string') return undefined;
  let text = '';
  for (const part of datum.parts) {
    if (part.kind === 'unknown') return undefined;
    text += part.text;
  }
  return text;
}

/** As part of a longer string. Lists are joined the way the shell joins `$*`. */
export function partsOf(datum: Datum): readonly WordPart[] {
  switch (datum.kind) {
    case 'string':
      return datum.parts;
    case 'list':
      return datum.items.flatMap((item, index) =>
        index === 0 ? partsOf(item) : [{ kind: 'text' as const, text: ' ' }, ...partsOf(item)],
      );
    case 'object':
      return [{ kind: 'unknown', why: { kind: 'not-evaluated', text: 'an object' } }];
    case 'unknown':
      return [{ kind: 'unknown', why: datum.why }];
    case 'unset':
      return [{ kind: 'unknown', why: whyUnset(datum.name) }];
    case 'absent':
      return [];
  }
}

export const whyUnset = (name: string): Unknown => ({ kind: 'not-in-repository', name });

/** Without doubles, and within `ALTERNATIVES_MAX`. */
export function alternatives(data: readonly Datum[], at: Span): Alternatives {
  const all = distinct(data);
  if (all.length === 0) return [ABSENT];
  return all.length <= ALTERNATIVES_MAX ? all : [blended(all, at)];
}

/** Mostly it is one and the same; what that says need not be looked at. */
function distinct(data: readonly Datum[]): readonly Datum[] {
  const [first, ...others] = data;
  if (first && others.every(it => it === first)) return [first];
  const byKey = new Map<string, Datum>();
  for (const datum of data) {
    const key = datumKey(datum);
    if (!byKey.has(key)) byKey.set(key, datum);
  }
  return [...byKey.values()];
}

/** What all of many strings begin with, and an unknown rest. */
export function blended(data: readonly Datum[], at: Span): Datum {
  const [only, ...others] = data;
  if (only && others.length === 0) return only;
  const why = { kind: 'not-evaluated' as const, text: 'one of many values' };
  const beginnings = data.map(it => (it.kind === 'string' ? it.parts[0] : undefined));
  const texts = beginnings.map(it => (it?.kind === 'text' ? it.text : ''));
  const shared = commonStart(texts);
  if (shared === '') return unknownDatum(why, at);
  const start = data.find(it => it.kind === 'string');
  const parts = [
    { kind: 'text' as const, text: shared },
    { kind: 'unknown' as const, why },
  ];
  return { kind: 'string', parts, at: start?.kind === 'string' ? start.at : at };
}

/** Up to the last word that all of them have whole. */
function commonStart(texts: readonly string[]): string {
  const [first = '', ...others] = texts;
  let length = first.length;
  for (const text of others) {
    while (!text.startsWith(first.slice(0, length))) length -= 1;
  }
  if (texts.every(it => it.length === length)) return first;
  return first.slice(0, first.slice(0, length).lastIndexOf(' ') + 1);
}

/** Every combination of one choice from each; `undefined` when there are more than `most`. */
export function combinations<T>(
  choices: readonly (readonly T[])[],
  most: number,
): readonly (readonly T[])[] | undefined {
  let rows: T[][] = [[]];
  for (const options of choices) {
    if (rows.length * options.length > most) return undefined;
    // Most words are one thing only, and a line may hold thousands of them.
    if (options.length === 1) for (const row of rows) row.push(...options);
    else rows = rows.flatMap(row => options.map(option => [...row, option]));
  }
  return rows;
}

/** What is not known of a text is not known in another case either. */
export function inCase(
  datum: Datum | undefined,
  change: (text: string) => string,
): Datum | undefined {
  if (datum?.kind !== 'string') return undefined;
  const parts = datum.parts.map(it => (it.kind === 'text' ? { ...it, text: change(it.text) } : it));
  return { ...datum, parts };
}

/** Nothing of it is left open. */
export function isKnown(datum: Datum): boolean {
  switch (datum.kind) {
    case 'string':
      return datumText(datum) !== undefined;
    case 'list':
      return datum.items.every(isKnown);
    case 'object':
      return [...datum.entries.values()].every(isKnown);
    case 'absent':
      return true;
    case 'unknown':
    case 'unset':
      return false;
  }
}

/** The same for those that say the same, wherever they stand. */
export function datumKey(datum: Datum): string {
  switch (datum.kind) {
    case 'string':
      return keyOfParts(datum.parts);
    case 'list':
      return `l[${datum.items.map(datumKey).join(',')}]`;
    case 'object':
      return `o{${[...datum.entries].map(([name, it]) => `${name}:${datumKey(it)}`).join(',')}}`;
    case 'unknown':
      return `u${datum.isFilled === true}${JSON.stringify(datum.why)}`;
    case 'unset':
      return `n${datum.name}`;
    case 'absent':
      return 'a';
  }
}

function keyOfParts(parts: readonly WordPart[]): string {
  const [first, ...others] = parts;
  return first?.kind === 'text' && others.length === 0
    ? `t${first.text}`
    : `s${JSON.stringify(parts)}`;
}

/** True for what may be any number of elements, none included. */
export const isManyElements = (datum: Datum): boolean =>
  (datum.kind === 'string' || datum.kind === 'unknown') && datum.splits === true;
