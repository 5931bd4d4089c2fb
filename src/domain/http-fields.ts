//! The fields of a form, of a query, or of a JSON object that a request sends.

import type { Span } from './span.ts';
import { HOLE, known, type Value } from './value.ts';

/** Names in lower case. */
export type Fields = ReadonlyMap<string, Value<string>>;

export interface Body {
  readonly fields: Fields;
  /** It holds something that is not known. */
  readonly isOpen: boolean;
}

export const NO_BODY: Body = { fields: new Map(), isOpen: false };
const OPEN_BODY: Body = { fields: new Map(), isOpen: true };

/** Longer texts hold no form that anybody wrote. */
const TEXT_MAX = 20_000;

/** `text` holds a `HOLE` for each part that is not known. */
export function bodyOfText(text: string, at: Span): Body {
  const pairs = text.length > TEXT_MAX ? [] : pairsOf(text.trim());
  const fields = new Map(
    pairs.map(([name, value]) => [name.toLowerCase(), fieldValue(value, at)] as const),
  );
  return { fields, isOpen: pairs.length === 0 && text.includes(HOLE) };
}

/** A text, an object that stands in its place, or neither. */
export function bodyOf(value: Value<string>): Body {
  if (value.kind === 'absent') return NO_BODY;
  if (value.kind === 'known') return bodyOfText(value.value, value.from ?? value.at);
  if (value.entries) return bodyOfEntries(value.entries);
  const text = patternOf(value);
  return text === HOLE ? OPEN_BODY : bodyOfText(text, value.from ?? value.at);
}

export const bodyOfEntries = (entries: ReadonlyMap<string, Value<string>>): Body => ({
  fields: new Map([...entries].map(([name, value]) => [name.toLowerCase(), value] as const)),
  isOpen: entries.size === 0,
});

export const joinedBodies = (bodies: readonly Body[]): Body => ({
  fields: new Map(bodies.flatMap(it => [...it.fields])),
  isOpen: bodies.some(it => it.isOpen),
});

/** A `HOLE` for each part that is not known; `''` for what is absent. */
export function patternOf(value: Value<string>): string {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'unknown':
      return value.pattern ?? HOLE;
    case 'absent':
      return '';
  }
}

const JSON_PAIR = /["']([\w.-]+)["']\s*:\s*(?:["']([^"']*)["']|([^\s,}"']+))/g;

function pairsOf(text: string): readonly (readonly [string, string])[] {
  if (text.startsWith('{')) {
    return [...text.matchAll(JSON_PAIR)].map(
      ([, name = '', quoted, bare]) => [name, quoted ?? bare ?? ''] as const,
    );
  }
  return text.split('&').flatMap(part => {
    const [, name, value = ''] = /^\s*([\w.-]+)\s*=([\s\S]*)$/.exec(part) ?? [];
    return name === undefined ? [] : [[name, decoded(value.trim())] as const];
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text; // A lone percent sign, or what a hole cuts apart: it stands as it is.
  }
}

const fieldValue = (text: string, at: Span): Value<string> =>
  text.includes(HOLE)
    ? {
        kind: 'unknown',
        why: { kind: 'not-evaluated', text: text.replaceAll(HOLE, '…').slice(0, 60) },
        at,
        via: [],
        pattern: text,
      }
    : known(text, at);
