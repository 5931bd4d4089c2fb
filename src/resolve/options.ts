//! `getopts`: the options of an argument list, one after the other.
//! Source: https://pubs.opengroup.org/onlinepubs/9699919799/utilities/getopts.html

import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { type Datum, datumText, stringDatum } from './datum.ts';
import { NOWHERE } from './state.ts';

/** Where the next option stands: the argument, from 1, and the letter inside it, from 1. */
interface Place {
  readonly argument: number;
  readonly letter: number;
}

interface Option {
  /** `?` when there is none, or not one of these. */
  readonly name: string;
  readonly value: Datum;
  readonly next: Place;
  /** No option stood there, and none after it. */
  readonly isEnd?: true;
}

/**
 * `[arguments, 'u:p:s', index, 'name']`: the `name` or `value` of the option at that index, the index of the `next` one, or
 * whether one was `found`.
 * `undefined` when the argument there is not known.
 */
export function option(args: readonly Datum[], at: Span): Datum | undefined {
  const [list, letters, index, wanted] = args;
  const spec = letters && datumText(letters);
  const place = index && placeOf(index);
  if (list?.kind !== 'list' || spec === undefined || !place) return undefined;
  const found = optionAt(list.items, spec, place);
  if (!found) return undefined;
  switch (wanted && datumText(wanted)) {
    case 'name':
      return stringDatum(found.name, at);
    case 'value':
      return found.value;
    case 'found':
      return stringDatum(found.isEnd ? '' : 'true', at);
    default:
      return stringDatum(spelled(found.next), at);
  }
}

/** `[arguments, index]`: what `shift $((OPTIND - 1))` leaves. */
export function afterOptions([list, index]: readonly Datum[]): Datum | undefined {
  const place = index && placeOf(index);
  if (list?.kind !== 'list' || !place) return undefined;
  return { ...list, items: list.items.slice(place.argument - 1) };
}

function optionAt(items: readonly Datum[], spec: string, place: Place): Option | undefined {
  const { argument, letter } = place;
  const item = items[argument - 1];
  const none = { name: '?', value: ABSENT, isEnd: true } as const;
  if (!item) return { ...none, next: place };
  const word = datumText(item);
  if (word === undefined) return undefined;
  if (word === '--') return { ...none, next: { argument: argument + 1, letter: 1 } };
  if (!/^-./.test(word)) return { ...none, next: place };
  const name = word.charAt(letter);
  const following = { argument: argument + 1, letter: 1 };
  const found = spec.indexOf(name);
  if (found >= 0 && spec.charAt(found + 1) === ':') {
    const attached = word.slice(letter + 1);
    if (attached !== '')
      return { name, value: stringDatum(attached, placeIn(item)), next: following };
    return { name, value: items[argument] ?? ABSENT, next: { argument: argument + 2, letter: 1 } };
  }
  const next = letter + 1 < word.length ? { argument, letter: letter + 1 } : following;
  return { name: found < 0 || name === ':' ? '?' : name, value: ABSENT, next };
}

const placeIn = (datum: Datum): Span => (datum.kind === 'absent' ? NOWHERE : datum.at);

/** `3`, or `3.2` in the middle of `-ab`. */
const spelled = ({ argument, letter }: Place): string =>
  letter === 1 ? String(argument) : `${argument}.${letter}`;

function placeOf(index: Datum): Place | undefined {
  if (index.kind === 'unset') return { argument: 1, letter: 1 };
  const [, argument, letter] = /^(\d+)(?:\.(\d+))?$/.exec(datumText(index) ?? '') ?? [];
  return argument === undefined
    ? undefined
    : { argument: Number(argument), letter: Number(letter ?? 1) };
}
