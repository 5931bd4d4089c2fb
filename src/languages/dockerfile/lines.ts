//! The lines of a Dockerfile, continued ones joined.
//! Source: https://docs.docker.com/reference/dockerfile/#format

import type { Region, Segment } from '../../domain/region.ts';

/** A stretch of the file, line end left out. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next one begins. */
  readonly next: number;
}

export function lineFrom(text: string, start: number): Line {
  const feed = text.indexOf('\n', start);
  const next = feed < 0 ? text.length : feed + 1;
  const stop = feed < 0 ? text.length : feed;
  const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : stop;
  return { start, end, next };
}

const isBlank = (text: string, { start, end }: Line): boolean =>
  text.slice(start, end).trim() === '';

const isComment = (text: string, { start, end }: Line): boolean =>
  /^[ \t]*#/.test(text.slice(start, end));

/** Neither an instruction nor a part of one. */
export const isPassedOver = (text: string, line: Line): boolean =>
  isBlank(text, line) || isComment(text, line);

export interface LogicalLine {
  readonly region: Region;
  readonly next: number;
}

/** From `first` on; comments and empty lines between continued lines are left out, as Docker does. */
export function logicalLine(
  path: string,
  text: string,
  first: Line,
  escaping: string,
): LogicalLine {
  const stretches: { start: number; end: number }[] = [];
  let line = first;
  for (;;) {
    const isInside = stretches.length > 0;
    if (!(isInside && isPassedOver(text, line))) {
      const end = continuedEnd(text, line, escaping);
      stretches.push({ start: line.start, end: end ?? line.end });
      if (end === undefined) break;
    }
    if (line.next >= text.length) break;
    line = lineFrom(text, line.next);
  }
  return { region: regionOf(path, text, stretches), next: line.next };
}

/** Where the line ends before its continuation mark; `undefined` when it has none. */
function continuedEnd(text: string, { start, end }: Line, escaping: string): number | undefined {
  let last = end;
  while (last > start && (text[last - 1] === ' ' || text[last - 1] === '\t')) last -= 1;
  return last > start && text[last - 1] === escaping ? last - 1 : undefined;
}

/** Stretches of the file, one after the other. */
export function regionOf(
  path: string,
  text: string,
  stretches: readonly { readonly start: number; readonly end: number }[],
): Region {
  const segments: Segment[] = [];
  let guest = 0;
  for (const { start, end } of stretches) {
    if (end > start) segments.push({ guest, host: start, length: end - start });
    guest += end - start;
  }
  const start = stretches[0]?.start ?? 0;
  return {
    at: { path, start, end: Math.max(start, stretches.at(-1)?.end ?? start) },
    text: stretches.map(it => text.slice(it.start, it.end)).join(''),
    segments,
    holes: [],
  };
}
