//! The neutral functions of lists and objects.

import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { type Datum, datumText, isManyElements, partsOf, stringDatum } from './datum.ts';

export function concat(args: readonly Datum[], at: Span): Datum | undefined {
  if (args.every(it => it.kind === 'list')) {
    return { kind: 'list', items: args.flatMap(it => (it.kind === 'list' ? it.items : [])), at };
  }
  // Bicep's `concat` joins strings too.
  return args.some(it => it.kind === 'list')
    ? undefined
    : { kind: 'string', parts: args.flatMap(partsOf), at };
}

export function merge(args: readonly Datum[], at: Span): Datum | undefined {
  const entries = new Map<string, Datum>();
  for (const arg of args) {
    if (arg.kind !== 'object') continue;
    for (const [name, value] of arg.entries) entries.set(name, value);
  }
  return entries.size === 0 ? undefined : { kind: 'object', entries, at };
}

/** An object with entries added or replaced; of one that is not known nothing more is known. */
export function withEntries(
  of: Datum | undefined,
  added: Datum | undefined,
  at: Span,
): Datum | undefined {
  return of?.kind === 'object' && added?.kind === 'object' ? merge([of, added], at) : undefined;
}

export function lookup([object, key, fallback]: readonly Datum[]): Datum | undefined {
  const name = key && datumText(key);
  if (object?.kind !== 'object' || name === undefined) return undefined;
  return object.entries.get(name) ?? fallback;
}

/** What an object says of a name, else the value: where there is no object nothing is said. */
export function override([object, key, value]: readonly Datum[]): Datum | undefined {
  const name = key && datumText(key);
  const given =
    object?.kind === 'object' && name !== undefined ? object.entries.get(name) : undefined;
  return given ?? value;
}

/** A list without its first elements; of one that only the caller knows nothing more is known. */
export function slice([list, count]: readonly Datum[]): Datum | undefined {
  const from = Number((count && datumText(count)) ?? Number.NaN);
  if (list?.kind === 'unset') return list;
  if (list?.kind !== 'list' || !Number.isInteger(from)) return undefined;
  const { items, at } = list;
  // Where an item may be any number of elements, no later one has a place of its own.
  if (!items.slice(0, from).some(isManyElements)) return { ...list, items: items.slice(from) };
  const why = { kind: 'not-evaluated' as const, text: 'a part of a list' };
  return { ...list, items: [{ kind: 'unknown', why, at, splits: true }] };
}

/** `[{ name, value }, …]` as an object; an object is one already. */
export function namedValues(list: Datum | undefined, at: Span): Datum | undefined {
  if (list?.kind === 'object') return list;
  if (list?.kind !== 'list') return undefined;
  const entries = list.items.flatMap(item => {
    const name = item.kind === 'object' ? item.entries.get('name') : undefined;
    const text = name && datumText(name);
    if (item.kind !== 'object' || text === undefined) return [];
    const value = item.entries.get('value') ?? item.entries.get('secureValue') ?? ABSENT;
    return [[text, value] as const];
  });
  return { kind: 'object', entries: new Map(entries), at };
}

/** A text to a list of its parts: `split(',', 'a,b')`. */
export function split([separator, of]: readonly Datum[], at: Span): Datum | undefined {
  const between = separator && datumText(separator);
  const text = of && datumText(of);
  if (!between || text === undefined) return undefined;
  const items = text.split(between).map(it => stringDatum(it, at));
  return { kind: 'list', items, at };
}

/** Whether one of the items of a list, or of the values of an object, is the text; upper and lower case are the same. */
export function holds([of, it]: readonly Datum[], at: Span): Datum | undefined {
  const wanted = it && datumText(it)?.toLowerCase();
  const items =
    of?.kind === 'list' ? of.items : of?.kind === 'object' ? [...of.entries.values()] : [];
  const texts = items.map(datumText);
  if (wanted === undefined || (of?.kind !== 'list' && of?.kind !== 'object')) return undefined;
  if (texts.some(text => text?.toLowerCase() === wanted)) return stringDatum('true', at);
  return texts.includes(undefined) ? undefined : stringDatum('false', at);
}
