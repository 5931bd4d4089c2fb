//! What a conditional of HCL asks, as far as texts decide it: comparisons, `&&`, `||`, `!`, and lists that are empty or not.

import type { Condition } from '../domain/condition.ts';
import type { Expression } from '../domain/expression.ts';
import type { Region } from '../domain/region.ts';
import type { HclExpression } from '../languages/hcl/tree.ts';
import { OPEN, textsOf, unlessGiven } from './answers.ts';
import { expressionOf } from './hcl-expression.ts';

export function conditionOf(node: HclExpression, outer: Region): Condition {
  switch (node.kind) {
    case 'parentheses':
      return conditionOf(node.of, outer);
    case 'unary':
      return negations(node, outer);
    case 'operation':
      return operationOf(node, outer);
    case 'call':
      return called(node.name, node.args, outer);
    case 'boolean':
    case 'variable':
    case 'access':
    case 'conditional':
      return textsOf(expressionOf(node, outer), 'true', true);
    case 'template':
    case 'number':
    case 'null':
    case 'list':
    case 'object':
    case 'for':
    case 'missing':
      return OPEN;
  }
}

function negations(node: HclExpression & { kind: 'unary' }, outer: Region): Condition {
  if (!/^!+$/.test(node.operators)) return OPEN;
  const of = conditionOf(node.operand, outer);
  return node.operators.length % 2 === 1 ? { kind: 'not', of } : of;
}

function operationOf(node: HclExpression & { kind: 'operation' }, outer: Region): Condition {
  const { operators, operands } = node;
  const [operator] = operators;
  if (operators.some(it => it !== operator)) return OPEN;
  if (operator === '&&' || operator === '||') {
    const of = operands.map(it => conditionOf(it, outer));
    return { kind: operator === '&&' ? 'all' : 'any', of };
  }
  const [left, right, ...others] = operands;
  if (!operator || !left || !right || others.length > 0) return OPEN;
  return comparisonOf(operator, expressionOf(left, outer), expressionOf(right, outer), right);
}

/** `null` and an empty string are one here. Of order only how much is more than nothing is told. */
function comparisonOf(
  operator: string,
  left: Expression,
  right: Expression,
  node: HclExpression,
): Condition {
  if (operator === '==' || operator === '!=') {
    return { kind: 'texts', left, right, isEqual: operator === '==' };
  }
  const least = node.kind === 'number' ? `${operator} ${node.text}` : '';
  return least === '> 0' || least === '>= 1' ? textsOf(left, '0', false) : OPEN;
}

const PLACES: ReadonlyMap<string, 'start' | 'end' | 'anywhere'> = new Map([
  ['startswith', 'start'],
  ['endswith', 'end'],
  ['strcontains', 'anywhere'],
]);

/** A function that answers with true or false. */
export const isQuestion = ({ name }: HclExpression & { kind: 'call' }): boolean =>
  name === 'contains' || PLACES.has(name);

function called(name: string, args: readonly HclExpression[], outer: Region): Condition {
  const [first, second] = args;
  if (!first) return OPEN;
  if (name === 'tobool') return conditionOf(first, outer);
  if (name === 'contains' && second) return membership(first, second, outer);
  const place = PLACES.get(name);
  if (!place || !second) return OPEN;
  const [of, part] = [expressionOf(first, outer), expressionOf(second, outer)];
  return { kind: 'part', of, part, place };
}

/** `contains(["dev", "test"], var.environment)`. */
function membership(list: HclExpression, item: HclExpression, outer: Region): Condition {
  if (list.kind !== 'list') return OPEN;
  const left = expressionOf(item, outer);
  const of = list.items.map(
    (it): Condition => ({ kind: 'texts', left, right: expressionOf(it, outer), isEqual: true }),
  );
  return { kind: 'any', of };
}

/** Whether there is any of a resource or module, as its `count` or `for_each` says: a person may say otherwise. */
export function existence(count: Expression | undefined, each: Expression | undefined): Condition {
  const number =
    count ?? (each && { kind: 'call' as const, name: 'count', args: [each], at: each.at });
  if (!number) return OPEN;
  return unlessGiven(textsOf(number, '0', false), number.at);
}
