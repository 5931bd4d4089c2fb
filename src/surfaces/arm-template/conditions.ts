//! What a condition of a template asks, as far as texts decide it.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions-logical

import type { Condition } from '../../domain/condition.ts';
import type { Region } from '../../domain/region.ts';
import type { ArmExpression } from '../../languages/arm-expression/tree.ts';
import { isEmpty, OPEN, textsOf } from '../answers.ts';
import { evaluated } from './expressions.ts';
import type { Reading } from './reading.ts';

const QUESTIONS = /^(?:equals|not|and|or|empty|startswith|endswith|contains)$/;

/** Whether it answers with true or false. */
export const isQuestion = (name: string): boolean => QUESTIONS.test(name.toLowerCase());

export function conditionOf(node: ArmExpression, outer: Region, reading: Reading): Condition {
  if (node.kind === 'string' || node.kind === 'number') return OPEN;
  if (node.kind === 'call' && isQuestion(node.name)) return askedBy(node, outer, reading);
  return textsOf(evaluated(node, outer, reading), 'true', true);
}

function askedBy(
  { name, args }: ArmExpression & { kind: 'call' },
  outer: Region,
  reading: Reading,
): Condition {
  const [first, second] = args;
  if (!first) return OPEN;
  const given = (it: ArmExpression) => evaluated(it, outer, reading);
  const inside = (it: ArmExpression): Condition => conditionOf(it, outer, reading);
  switch (name.toLowerCase()) {
    case 'not':
      return { kind: 'not', of: inside(first) };
    case 'and':
      return { kind: 'all', of: args.map(inside) };
    case 'or':
      return { kind: 'any', of: args.map(inside) };
    case 'empty':
      return isEmpty(given(first));
    case 'equals':
      return second
        ? { kind: 'texts', left: given(first), right: given(second), isEqual: true }
        : OPEN;
    case 'contains':
      return second ? membership(first, second, outer, reading) : OPEN;
    default: {
      const place = name.toLowerCase() === 'startswith' ? 'start' : 'end';
      return second ? { kind: 'part', of: given(first), part: given(second), place } : OPEN;
    }
  }
}

/** `contains(createArray('dev', 'test'), parameters('environment'))`; of other lists nobody can tell. */
function membership(
  list: ArmExpression,
  item: ArmExpression,
  outer: Region,
  reading: Reading,
): Condition {
  const all = evaluated(list, outer, reading);
  if (all.kind !== 'list') return OPEN;
  const left = evaluated(item, outer, reading);
  const of = all.items.map((right): Condition => ({ kind: 'texts', left, right, isEqual: true }));
  return { kind: 'any', of };
}
