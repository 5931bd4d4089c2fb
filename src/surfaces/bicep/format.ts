//! `format('… {0} …', value)`: the pattern with its places as holes, so that a script in it keeps its offsets.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { type Hole, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';

/** `{0}`, `{0:D2}`, `{0,5}`, and a brace written twice. */
const PLACE = /\{\{|\}\}|\{(\d+)(?:[,:][^{}]*)?\}/g;

/** `undefined` when the pattern is not spelled out, or asks for a value that is not given. */
export function formatted(
  pattern: Expression,
  args: readonly Expression[],
  at: Span,
): Expression | undefined {
  if (pattern.kind !== 'text' || pattern.region.holes.length > 0) return undefined;
  const { region } = pattern;
  const holes: Hole[] = [];
  for (const match of region.text.matchAll(PLACE)) {
    const start = match.index;
    const end = start + match[0].length;
    const index = match[1];
    const expression =
      index === undefined
        ? literal(match[0].charAt(0), spanOf(region, start, end))
        : args[Number(index)];
    if (!expression) return undefined;
    holes.push({ start, end, expression });
  }
  return { kind: 'text', region: { ...region, holes }, at };
}
