//! How large an expression is when every name in it is written out.

import { conditionParts } from '../../domain/condition-parts.ts';
import type { Expression } from '../../domain/expression.ts';

/** Stops counting above `most`: names that stand for names can double at each. */
export function isLarger(expression: Expression, most: number): boolean {
  const waiting = [expression];
  for (let count = 0; waiting.length > 0; count += 1) {
    if (count > most) return true;
    const next = waiting.pop();
    if (next) waiting.push(...partsOf(next));
  }
  return false;
}

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'text':
      return expression.region.holes.map(hole => hole.expression);
    case 'reference':
      return expression.otherwise ? [expression.otherwise] : [];
    case 'join':
      return expression.parts;
    case 'list':
      return expression.items;
    case 'object':
      return expression.entries.map(entry => entry.value);
    case 'choice':
      return [...expression.options, ...(expression.when ? conditionParts(expression.when) : [])];
    case 'call':
      return expression.args;
    case 'member':
    case 'elements':
    case 'split':
      return [expression.of];
    case 'output':
    case 'unknown':
      return [];
  }
}
