//! A text of code as its lexer reads it, and the strings in it as values with places.

import type { Expression } from '../../domain/expression.ts';
import type { Region } from '../../domain/region.ts';
import { type Source, stretchesOf } from '../script-text/source.ts';
import { type Piece, stringOf } from '../script-text/strings.ts';
import { decodedPieces } from './escapes.ts';
import type { Stretch, StringManner } from './token.ts';

/** Expressions of the host are covered by a name of their length. */
export function sourceOf(region: Region): Source {
  if (region.holes.length === 0) return { region, text: region.text };
  const chunks = stretchesOf(region, 0, region.text.length).map(({ start, end, hole }) =>
    hole ? '_'.repeat(end - start) : region.text.slice(start, end),
  );
  return { region, text: chunks.join('') };
}

export type ValuePart =
  | ({ readonly kind: 'text' } & Stretch)
  | ({ readonly kind: 'hole'; readonly value: Expression } & Stretch);

/** A string whose holes are worked out. */
export function stringValue(
  manner: StringManner,
  parts: readonly ValuePart[],
  { region }: Source,
  at: Expression['at'],
): Expression {
  const pieces = parts.flatMap((part): readonly Piece[] =>
    part.kind === 'text'
      ? textPieces(part, manner, region)
      : [{ kind: 'hole', start: part.start, end: part.end, expression: part.value }],
  );
  return stringOf(pieces, region, at);
}

/** Expressions of the host stand in strings, too. */
const textPieces = (part: Stretch, manner: StringManner, region: Region): readonly Piece[] =>
  stretchesOf(region, part.start, part.end).flatMap(({ start, end, hole }) =>
    hole
      ? [{ kind: 'hole' as const, start, end, expression: hole.expression }]
      : decodedPieces(region.text, { start, end }, manner),
  );
