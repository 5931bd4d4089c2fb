//! Texts that Azure puts together from pieces, as templates: what stands verbatim in the file keeps its place there.

import type { Expression } from '../domain/expression.ts';
import { literal } from '../domain/literal.ts';
import { type Hole, type Segment, spanOf, subRegion } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';

/** Stands in the text for a piece that is not spelled out. */
const HOLE_TEXT = '{…}';

/** The pieces one after the other; a piece that is not spelled out is a hole. */
export function joinedText(pieces: readonly Expression[], at: Span): Expression {
  let text = '';
  const segments: Segment[] = [];
  const holes: Hole[] = [];
  for (const piece of pieces) {
    const start = text.length;
    if (piece.kind !== 'text') {
      text += HOLE_TEXT;
      holes.push({ start, end: text.length, expression: piece });
      continue;
    }
    const { region } = piece;
    text += region.text;
    segments.push(...region.segments.map(it => ({ ...it, guest: it.guest + start })));
    holes.push(
      ...region.holes.map(it => ({ ...it, start: it.start + start, end: it.end + start })),
    );
  }
  return { kind: 'text', region: { at, text, segments, holes }, at };
}

/** `{0}`, `{0:D2}`, `{0,5}`, and a brace written twice. */
const PLACE = /\{\{|\}\}|\{(\d+)(?:[,:][^{}]*)?\}/g;

/** `format('… {0} …', value)`; `undefined` when the pattern is not spelled out, or asks for a value that is not given. */
export function formattedText(
  pattern: Expression,
  args: readonly Expression[],
  at: Span,
): Expression | undefined {
  if (pattern.kind !== 'text' || pattern.region.holes.length > 0) return undefined;
  const { region } = pattern;
  const pieces: Expression[] = [];
  let from = 0;
  const take = (end: number): void => {
    if (end > from) pieces.push({ kind: 'text', region: subRegion(region, from, end), at });
  };
  for (const match of region.text.matchAll(PLACE)) {
    const end = match.index + match[0].length;
    const index = match[1];
    take(match.index);
    from = end;
    const piece =
      index === undefined
        ? literal(match[0].charAt(0), spanOf(region, match.index, end))
        : args[Number(index)];
    if (!piece) return undefined;
    pieces.push(piece);
  }
  take(region.text.length);
  return joinedText(pieces, at);
}
