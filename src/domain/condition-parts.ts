//! The expressions that a condition asks about.

import type { Condition } from './condition.ts';
import type { Expression } from './expression.ts';

export function conditionParts(condition: Condition): readonly Expression[] {
  switch (condition.kind) {
    case 'texts':
      return [condition.left, condition.right];
    case 'part':
      return [condition.of, condition.part];
    case 'all':
    case 'any':
      return condition.of.flatMap(conditionParts);
    case 'not':
      return conditionParts(condition.of);
    case 'outcome':
    case 'open':
      return [];
  }
}
