//! Parts of lists, objects and strings.

import type { Span } from '../domain/span.ts';
import { ABSENT, type Unknown } from '../domain/value.ts';
import { type Datum, unknownDatum } from './datum.ts';

export function memberOf(of: Datum, name: string, at: Span): Datum {
  switch (of.kind) {
    case 'object':
      return of.entries.get(name) ?? ABSENT;
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
