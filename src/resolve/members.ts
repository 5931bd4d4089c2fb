//! Parts of lists, objects and strings.

import type { Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import { ABSENT, type Unknown } from '../domain/value.ts';
import { type Datum, unknownDatum } from './datum.ts';

type Named = Pick<Expression & { kind: 'member' }, 'name' | 'isCaseless'>;

export function memberOf(of: Datum, { name, isCaseless }: Named, at: Span): Datum {
  switch (of.kind) {
    case 'object':
      return of.entries.get(name) ?? (isCaseless ? caselessEntry(of, name) : ABSENT);
    case 'list':
      // Nobody asks for an element that is never there: a list that is too short is a sample, or filled elsewhere.
      return (
        of.items[Number(name)] ?? unknownDatum({ kind: 'not-evaluated', text: `[${name}]` }, at)
      );
    case 'unknown':
      return unknownDatum(memberWhy(of.why, name), at);
    case 'unset':
      return { kind: 'unset', name: `${of.name}.${name}`, at };
    case 'string':
      return unknownDatum({ kind: 'not-evaluated', text: name }, at);
    case 'absent':
      return of;
  }
}

function caselessEntry({ entries }: Datum & { kind: 'object' }, name: string): Datum {
  const lower = name.toLowerCase();
  for (const [key, value] of entries) if (key.toLowerCase() === lower) return value;
  return ABSENT;
}

/** An object whose names are told apart in lower case only. */
export function withLowerNames(of: Datum | undefined): Datum | undefined {
  if (of?.kind !== 'object') return of;
  const entries = [...of.entries].map(([name, value]) => [name.toLowerCase(), value] as const);
  return { ...of, entries: new Map(entries) };
}

/** `secrets.AZURE_CREDENTIALS.clientId`: the name tells what somebody keeps there. */
function memberWhy(why: Unknown, name: string): Unknown {
  switch (why.kind) {
    case 'held-by-platform':
    case 'not-in-repository':
      return { ...why, name: `${why.name}.${name}` };
    case 'not-evaluated':
      return { ...why, text: `${why.text}.${name}` };
  }
}
