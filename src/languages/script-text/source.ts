//! One text while it is read: what the parser sees, where it stands in the file, and the holes in it.

import { type Hole, type Region, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';

/** Offsets of nodes are offsets in both `text` and `region.text`. */
export interface Source {
  readonly region: Region;
  /** `region.text` with its holes covered by expansions of the same length. */
  readonly text: string;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly hole: Hole | undefined;
}

interface Range {
  readonly pos: number;
  readonly end: number;
}

export const spanAt = (source: Source, node: Range): Span =>
  spanOf(source.region, node.pos, node.end);

/** guest[start, end) as holes and the text between them. */
export function stretchesOf(region: Region, start: number, end: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = start;
  for (let index = firstHoleAfter(region, start); index < region.holes.length; index += 1) {
    const hole = region.holes[index];
    if (!hole || hole.start >= end) break;
    if (hole.start > from) stretches.push({ start: from, end: hole.start, hole: undefined });
    // A hole that began earlier was taken by the part before.
    if (hole.start >= start) stretches.push({ start: hole.start, end: hole.end, hole });
    from = hole.end;
  }
  if (from < end) stretches.push({ start: from, end, hole: undefined });
  return stretches;
}

/** The hole that [start, end) touches first. */
export function holeAt(region: Region, start: number, end: number): Hole | undefined {
  const hole = region.holes[firstHoleAfter(region, start)];
  return hole && hole.start < end ? hole : undefined;
}

/** Index of the first hole that ends after `offset`. */
function firstHoleAfter(region: Region, offset: number): number {
  let low = 0;
  let high = region.holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((region.holes[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
