//! A stretch of one language inside a file of another: `run: |`, `scriptContent: '''…'''`, a heredoc.

import type { Expression } from './expression.ts';
import type { Span } from './span.ts';

export interface Region {
  readonly at: Span;
  /** Decoded guest text; template expressions stand in it verbatim, as holes. */
  readonly text: string;
  /** In order of `guest`, without overlap. */
  readonly segments: readonly Segment[];
  /** In order of `start`, without overlap. */
  readonly holes: readonly Hole[];
}

/** guest[guest, +length) is, character for character, host[host, +length). */
export interface Segment {
  readonly guest: number;
  readonly host: number;
  readonly length: number;
}

/** A template expression of the host inside the guest: `${{ … }}` in a shell script, `${var.x}` in a heredoc. */
export interface Hole {
  /** Guest offset of its first code unit, delimiters included. */
  readonly start: number;
  /** Guest offset after its last code unit. */
  readonly end: number;
  readonly expression: Expression;
}

/** The whole text of a file as a region of itself. */
export const wholeFile = (path: string, text: string): Region => ({
  at: { path, start: 0, end: text.length },
  text,
  segments: [{ guest: 0, host: 0, length: text.length }],
  holes: [],
});

/** A text that stands verbatim in the file: `start` and `end` are its offsets there. */
export const verbatim = (path: string, text: string, start: number): Region => ({
  at: { path, start, end: start + text.length },
  text,
  segments: [{ guest: 0, host: start, length: text.length }],
  holes: [],
});

/**
 * Where guest[start, end) stands in the file.
 * Total on purpose: what has no exact place (an escape, a folded line end) gets the nearest one.
 */
export function spanOf(region: Region, start: number, end: number): Span {
  if (region.segments.length === 0) return region.at;
  const from = toHost(region, start);
  const to = end > start ? toHostEnd(region, end) : from;
  return { path: region.at.path, start: from, end: Math.max(from, to) };
}

/** The part guest[start, end) as a region of its own, with its places and holes. */
export function subRegion(region: Region, start: number, end: number): Region {
  const segments: Segment[] = [];
  // A script is cut into many words: from the first segment that counts to the last, not over all.
  const first = Math.max(
    0,
    countUpTo(region.segments.length, it => guestOf(region, it), start) - 1,
  );
  for (let index = first; index < region.segments.length; index += 1) {
    const segment = region.segments[index];
    if (!segment || segment.guest >= end) break;
    const from = Math.max(segment.guest, start);
    const to = Math.min(segment.guest + segment.length, end);
    if (from < to) {
      segments.push({
        guest: from - start,
        host: segment.host + from - segment.guest,
        length: to - from,
      });
    }
  }
  const holes: Hole[] = [];
  const skipped = countUpTo(region.holes.length, it => region.holes[it]?.start ?? 0, start - 1);
  for (let index = skipped; index < region.holes.length; index += 1) {
    const hole = region.holes[index];
    if (!hole || hole.end > end) break;
    holes.push({ ...hole, start: hole.start - start, end: hole.end - start });
  }
  return {
    at: spanOf(region, start, end),
    text: region.text.slice(start, end),
    segments,
    holes,
  };
}

/**
 * A guest of a guest: `inner` was decoded from `outer.text` (its segments' `host` are offsets there);
 * the result maps straight to the file. Holes of `outer` that lie in it verbatim come along.
 */
export function nestedRegion(
  outer: Region,
  inner: { readonly text: string; readonly segments: readonly Segment[] },
): Region {
  const parts = inner.segments.map(({ guest, host, length }) => ({
    guest,
    region: subRegion(outer, host, host + length),
  }));
  const segments = parts.flatMap(({ guest, region }) =>
    region.segments.map(it => ({ ...it, guest: it.guest + guest })),
  );
  const holes = parts.flatMap(({ guest, region }) =>
    region.holes.map(it => ({ ...it, start: it.start + guest, end: it.end + guest })),
  );
  const first = inner.segments[0];
  const last = inner.segments.at(-1);
  const at =
    first && last
      ? spanOf(outer, first.host, last.host + last.length)
      : { ...outer.at, end: outer.at.start };
  return { at, text: inner.text, segments, holes };
}

function toHost(region: Region, offset: number): number {
  const { segments } = region;
  const count = countUpTo(segments.length, index => guestOf(region, index), offset);
  const segment = segments[count - 1];
  if (!segment) return segments[0]?.host ?? region.at.start;
  return segment.host + Math.min(offset - segment.guest, segment.length);
}

/** What was put in behind the last exact character is not in the file: nothing reaches beyond the region for it. */
function toHostEnd(region: Region, end: number): number {
  const last = region.segments.at(-1);
  const most = Math.max(region.at.end, last ? last.host + last.length : 0);
  return Math.min(toHost(region, end - 1) + 1, most);
}

const guestOf = (region: Region, index: number): number => region.segments[index]?.guest ?? 0;

/** How many of `length` ascending numbers are not above `most`. */
function countUpTo(length: number, numberAt: (index: number) => number, most: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numberAt(middle) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
