//! What a condition of Bicep asks, as far as texts decide it.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/operators

import type { Condition } from '../../domain/condition.ts';
import type { CallNode, Expression } from '../../languages/bicep/tree.ts';
import { isEmpty, OPEN, textsOf } from '../answers.ts';
import { neutralCall } from '../arm-functions.ts';
import { expressionOf } from './expressions.ts';
import type { Reading } from './reading.ts';

export function conditionOf(node: Expression, reading: Reading): Condition {
  switch (node.kind) {
    case 'parenthesised':
    case 'non-null':
      return conditionOf(node.of, reading);
    case 'unary':
      return node.operator === '!' && node.of.kind !== 'unary'
        ? { kind: 'not', of: conditionOf(node.of, reading) }
        : OPEN;
    case 'binary':
      return binaryOf(node, reading);
    case 'call':
      return calledOf(node, reading);
    case 'boolean':
    case 'name':
    case 'member':
    case 'index':
    case 'conditional':
      return textsOf(expressionOf(node, reading), 'true', true);
    case 'string':
    case 'integer':
    case 'null':
    case 'object':
    case 'array':
    case 'for':
    case 'if':
    case 'nested':
    case 'lambda':
    case 'missing':
      return OPEN;
  }
}

/** Null and an empty text are one here. */
function binaryOf(node: Expression & { kind: 'binary' }, reading: Reading): Condition {
  const { operator, left, right } = node;
  if (operator === '&&' || operator === '||') {
    const of = chainOf(node, operator).map(it => conditionOf(it, reading));
    return { kind: operator === '&&' ? 'all' : 'any', of };
  }
  if (left.kind === 'binary' || right.kind === 'binary') return OPEN;
  const [one, other] = [expressionOf(left, reading), expressionOf(right, reading)];
  switch (operator) {
    case '==':
    case '!=':
      return { kind: 'texts', left: one, right: other, isEqual: operator === '==' };
    case '=~':
    case '!~': {
      const [lower, otherLower] = [one, other].map(it => neutralCall('lower', [it], it.at));
      if (!lower || !otherLower) return OPEN;
      return { kind: 'texts', left: lower, right: otherLower, isEqual: operator === '=~' };
    }
    default:
      return OPEN;
  }
}

/** The operands of a chain of one operator, which may be as long as the file. */
function chainOf(node: Expression & { kind: 'binary' }, operator: string): readonly Expression[] {
  const operands: Expression[] = [];
  let rest: Expression = node;
  while (rest.kind === 'binary' && rest.operator === operator) {
    operands.unshift(rest.right);
    rest = rest.left;
  }
  return [rest, ...operands];
}

function calledOf(node: CallNode, reading: Reading): Condition {
  const [first, second] = node.args;
  if (!first || node.of) return OPEN;
  switch (node.name.text) {
    case 'empty':
      return isEmpty(expressionOf(first, reading));
    case 'bool':
      return textsOf(expressionOf(first, reading), 'true', true);
    case 'startsWith':
    case 'endsWith':
      return second
        ? {
            kind: 'part',
            of: expressionOf(first, reading),
            part: expressionOf(second, reading),
            place: node.name.text === 'startsWith' ? 'start' : 'end',
          }
        : OPEN;
    case 'contains':
      return first.kind === 'array' && second ? membership(first.items, second, reading) : OPEN;
    default:
      return OPEN;
  }
}

/** `contains(['dev', 'test'], environment)`. */
function membership(
  items: readonly (Expression | { readonly kind: 'spread' })[],
  item: Expression,
  reading: Reading,
): Condition {
  const left = expressionOf(item, reading);
  const of = items.map(
    (it): Condition =>
      it.kind === 'spread'
        ? OPEN
        : { kind: 'texts', left, right: expressionOf(it, reading), isEqual: true },
  );
  return { kind: 'any', of };
}

export const isQuestion = ({ of, name }: CallNode): boolean =>
  of === undefined && /^(?:empty|contains|startsWith|endsWith)$/.test(name.text);
