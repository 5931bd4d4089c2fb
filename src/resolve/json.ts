//! A text of JSON to what it says.

import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { type Datum, datumText, stringDatum, unknownDatum } from './datum.ts';

/** Deeper than this nobody looks. */
const DEPTH_MAX = 32;

/** `undefined` when it is no JSON, or not known in whole; what is read already stays as it is. */
export function decodedJson(datum: Datum | undefined, at: Span): Datum | undefined {
  if (datum?.kind === 'object' || datum?.kind === 'list') return datum;
  const text = datum && datumText(datum);
  if (text === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return datumOf(parsed, at, 0);
  } catch {
    return undefined;
  }
}

function datumOf(value: unknown, at: Span, depth: number): Datum {
  if (value === null || value === undefined) return ABSENT;
  if (typeof value !== 'object') return stringDatum(String(value), at);
  if (depth >= DEPTH_MAX) return unknownDatum({ kind: 'not-evaluated', text: 'deep JSON' }, at);
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.map(it => datumOf(it, at, depth + 1)), at };
  }
  const entries = Object.entries(value).map(
    ([name, it]) => [name, datumOf(it, at, depth + 1)] as const,
  );
  return { kind: 'object', entries: new Map(entries), at };
}
