//! A Bicep string as a region, so that a script in it keeps its places in the file.

import type { Expression as DomainExpression } from '../../domain/expression.ts';
import type { Region } from '../../domain/region.ts';
import type { Expression, StringNode } from './tree.ts';

/** `at` covers the string with its quotes; `expressionOf` says what an interpolation means. */
export const regionOf = (
  path: string,
  node: StringNode,
  expressionOf: (expression: Expression) => DomainExpression,
): Region => ({
  at: { path, start: node.start, end: node.end },
  text: node.text,
  segments: node.segments,
  holes: node.holes.map(hole => ({
    start: hole.start,
    end: hole.end,
    expression: expressionOf(hole.expression),
  })),
});
