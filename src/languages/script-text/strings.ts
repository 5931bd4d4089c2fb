//! Strings put together from stretches of a text: what each character is, and where it stands.

import type { Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import { type Hole, type Region, type Segment, spanOf, subRegion } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';

export type Piece =
  /** guest[start, end) stands for itself. */
  | { readonly kind: 'verbatim'; readonly start: number; readonly end: number }
  /** Characters that are written otherwise: an escape. */
  | { readonly kind: 'decoded'; readonly text: string }
  /** guest[start, end) is replaced by the value of an expression. */
  | {
      readonly kind: 'hole';
      readonly start: number;
      readonly end: number;
      readonly expression: Expression;
    };

/** guest[host, host + length) of the outer text, from `guest` on in the new one. */
interface Run {
  readonly guest: number;
  readonly host: number;
  length: number;
}

/** A text whose pieces keep their places; the outer region's own holes count only where a piece says so. */
export function regionOf(pieces: readonly Piece[], outer: Region, at?: Span): Region {
  const chunks: string[] = [];
  const runs: Run[] = [];
  const holes: Hole[] = [];
  let length = 0;
  for (const piece of pieces) {
    const chunk = piece.kind === 'decoded' ? piece.text : outer.text.slice(piece.start, piece.end);
    if (piece.kind !== 'decoded') extend(runs, length, piece.start, chunk.length);
    if (piece.kind === 'hole') {
      holes.push({ start: length, end: length + chunk.length, expression: piece.expression });
    }
    chunks.push(chunk);
    length += chunk.length;
  }
  return {
    at: placeOf(runs, outer, at),
    text: chunks.join(''),
    segments: runs.flatMap(run => segmentsOf(run, outer)),
    holes,
  };
}

/** One hole alone is its expression; no piece at all is the empty string. */
export function stringOf(all: readonly Piece[], outer: Region, at: Span): Expression {
  const pieces = all.filter(it => it.kind === 'decoded' || it.start < it.end);
  const [first] = pieces;
  if (!first) return literal('', at);
  if (pieces.length === 1 && first.kind === 'hole') return first.expression;
  const region = regionOf(pieces, outer);
  return region.segments.length === 0 && region.holes.length === 0
    ? literal(region.text, at)
    : { ...text(region), at };
}

function extend(runs: Run[], guest: number, host: number, length: number): void {
  const last = runs.at(-1);
  if (last && last.guest + last.length === guest && last.host + last.length === host) {
    last.length += length;
  } else if (length > 0) runs.push({ guest, host, length });
}

const segmentsOf = (run: Run, outer: Region): readonly Segment[] =>
  subRegion(outer, run.host, run.host + run.length).segments.map(part => ({
    ...part,
    guest: part.guest + run.guest,
  }));

function placeOf(runs: readonly Run[], outer: Region, at: Span | undefined): Span {
  const first = runs[0];
  const last = runs.at(-1);
  if (first && last) return at ?? spanOf(outer, first.host, last.host + last.length);
  return at ?? { ...outer.at, end: outer.at.start };
}
