//! A template as a region, so that a script in a string or heredoc keeps its places in the file.

import type { Expression } from '../../domain/expression.ts';
import { type Hole, nestedRegion, type Region, spanOf } from '../../domain/region.ts';
import type { HclExpression, HclTemplate } from './tree.ts';

/** `outer` holds the text that was parsed; `at` covers the template with its quotes or heredoc tags. */
export function regionOf(
  outer: Region,
  template: HclTemplate,
  expressionOf: (node: HclExpression) => Expression,
): Region {
  const inner = nestedRegion(outer, template);
  const own = template.holes.map(
    (hole): Hole => ({
      start: hole.start,
      end: hole.end,
      expression: expressionOf(hole.expression),
    }),
  );
  // A hole of the outer text inside one of ours is part of its source, not of the string.
  const others = inner.holes.filter(hole =>
    own.every(it => hole.end <= it.start || hole.start >= it.end),
  );
  return {
    ...inner,
    at: spanOf(outer, template.start, template.end),
    holes: [...own, ...others].sort((a, b) => a.start - b.start),
  };
}
