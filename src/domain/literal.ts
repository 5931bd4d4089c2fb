//! Short ways to write the expressions that surfaces and languages make most often.

import type { Expression } from './expression.ts';
import type { Region } from './region.ts';
import type { Span } from './span.ts';
import type { Unknown } from './value.ts';

/** A string that the file spells out somewhere near `at`, without an exact place for each character. */
export const literal = (value: string, at: Span): Expression => ({
  kind: 'text',
  region: { at, text: value, segments: [], holes: [] },
  at,
});

export const text = (region: Region): Expression => ({ kind: 'text', region, at: region.at });

/** The region with its holes; one that is a hole and nothing else is what the hole holds. */
export function template(region: Region): Expression {
  const [only, ...others] = region.holes;
  const isAllHole = only && others.length === 0 && only.start === 0;
  return isAllHole && only.end === region.text.length ? only.expression : text(region);
}

export const unknownExpression = (why: Unknown, at: Span): Expression => ({
  kind: 'unknown',
  why,
  at,
});

/** The string a text without holes spells; `undefined` for every other expression. */
export const literalOf = (expression: Expression): string | undefined =>
  expression.kind === 'text' && expression.region.holes.length === 0
    ? expression.region.text
    : undefined;
