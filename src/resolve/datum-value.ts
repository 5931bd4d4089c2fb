//! A datum as the readers of calls see it.

import { knownOf } from '../domain/call.ts';
import type { Link } from '../domain/span.ts';
import { ABSENT, type Value } from '../domain/value.ts';
import { type Datum, datumText } from './datum.ts';

/** What an object holds is not said: see `inputs.ts`. */
export function datumValue(datum: Datum, via: readonly Link[]): Value<string> {
  switch (datum.kind) {
    case 'absent':
    case 'unset':
      return ABSENT;
    case 'unknown':
      return { kind: 'unknown', why: datum.why, at: datum.at, via };
    case 'list':
    case 'object':
      return {
        kind: 'unknown',
        why: { kind: 'not-evaluated', text: `a ${datum.kind}` },
        at: datum.at,
        via,
      };
    case 'string':
      return stringValue(datum, via);
  }
}

function stringValue(datum: Datum & { kind: 'string' }, via: readonly Link[]): Value<string> {
  const region = datum.region ? { region: datum.region } : {};
  const unknown = datum.parts.find(part => part.kind === 'unknown');
  if (unknown?.kind === 'unknown') {
    return {
      kind: 'unknown',
      why: unknown.why,
      at: datum.at,
      via,
      ...region,
      ...knownOf(datum.parts),
    };
  }
  return { kind: 'known', value: datumText(datum) ?? '', at: datum.at, via, ...region };
}
