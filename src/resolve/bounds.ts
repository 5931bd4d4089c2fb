//! How large a value may grow.

import type { WordPart } from '../domain/call.ts';
import type { Span } from '../domain/span.ts';
import { type Datum, unknownDatum } from './datum.ts';

/** A value that grows beyond these, as `x=$x$x` does, holds nothing that anybody wrote. */
const TEXT_MAX = 65_536;
const PARTS_MAX = 512;
const ITEMS_MAX = 2_000;

export function bounded(datum: Datum, at: Span): Datum {
  const isTooLarge =
    (datum.kind === 'string' &&
      (datum.parts.length > PARTS_MAX || lengthOf(datum.parts) > TEXT_MAX)) ||
    (datum.kind === 'list' && datum.items.length > ITEMS_MAX);
  return isTooLarge
    ? unknownDatum({ kind: 'not-evaluated', text: 'a very long value' }, at)
    : datum;
}

function lengthOf(parts: readonly WordPart[]): number {
  let length = 0;
  for (const part of parts) length += part.kind === 'text' ? part.text.length : 1;
  return length;
}
