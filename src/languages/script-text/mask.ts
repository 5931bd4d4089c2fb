//! A region made ready for the parser: LF line ends, spelled-out holes put in, the other holes covered.

import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Hole, Region } from '../../domain/region.ts';
import { type Source, stretchesOf } from './source.ts';
import { type Piece, regionOf } from './strings.ts';

/**
 * A host puts the text of an expression into the script before the shell reads it, so that a hole whose text
 * is known is part of the program. The others look to the parser like an expansion, which may stand anywhere.
 */
export function sourceOf(region: Region): Source {
  const ready = isReady(region) ? region : rewritten(region);
  return { region: ready, text: masked(ready) };
}

const isReady = (region: Region): boolean =>
  !region.text.includes('\r\n') && region.holes.every(hole => spelledOut(hole) === undefined);

function rewritten(region: Region): Region {
  const pieces = stretchesOf(region, 0, region.text.length).flatMap(stretch => {
    const { start, end, hole } = stretch;
    return hole ? holePieces(hole) : linePieces(region.text, start, end);
  });
  return regionOf(pieces, region, region.at);
}

/** Windows line ends: a checkout makes them, the shell would take the `\r` for a part of the word. */
function linePieces(text: string, start: number, end: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (;;) {
    const found = text.indexOf('\r\n', from);
    if (found < 0 || found >= end) break;
    pieces.push({ kind: 'verbatim', start: from, end: found });
    from = found + 1;
  }
  pieces.push({ kind: 'verbatim', start: from, end });
  return pieces;
}

function holePieces(hole: Hole): readonly Piece[] {
  const { start, end, expression } = hole;
  const parts = spelledOut(hole) ?? [expression];
  return parts.map(part => {
    const text = literalOf(part);
    return text === undefined
      ? { kind: 'hole', start, end, expression: part }
      : { kind: 'decoded', text };
  });
}

/** The strings it is made of, when some of them are known; `undefined` when none is. */
function spelledOut(hole: Hole): readonly Expression[] | undefined {
  const parts = flattened(hole.expression);
  return parts.some(part => literalOf(part) !== undefined) ? parts : undefined;
}

const flattened = (expression: Expression): readonly Expression[] =>
  expression.kind === 'join' ? expression.parts.flatMap(flattened) : [expression];

function masked(region: Region): string {
  if (region.holes.length === 0) return region.text;
  const chunks = stretchesOf(region, 0, region.text.length).map(({ start, end, hole }) =>
    hole ? cover(end - start) : region.text.slice(start, end),
  );
  return chunks.join('');
}

/** `${_}` is the shortest expansion that swallows nothing of what follows it. */
const cover = (length: number): string =>
  length < 4 ? '_'.repeat(length) : `\${${'_'.repeat(length - 3)}}`;
