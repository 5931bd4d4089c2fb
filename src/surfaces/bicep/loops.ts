//! Bicep's loops: what the loop's names stand for in its body.

import { itemsOf } from '../../domain/arm-body.ts';
import type { Condition } from '../../domain/condition.ts';
import type { Expression as DomainExpression } from '../../domain/expression.ts';
import type { Expression, ForNode } from '../../languages/bicep/tree.ts';
import { isEmpty } from '../answers.ts';
import { bothOf } from '../arm-steps.ts';
import { conditionOf } from './conditions.ts';
import { expressionOf } from './expressions.ts';
import { notEvaluated, type Reading, spanOf, withNames } from './reading.ts';

/** The item is any one of those that the file spells out. */
export function loopBody(node: ForNode, reading: Reading): Reading {
  const names: (readonly [string, DomainExpression])[] = [
    [node.item.text, anyItem(node.collection, reading)],
  ];
  if (node.index) names.push([node.index.text, notEvaluated(reading, node.index)]);
  return withNames(reading, names);
}

function anyItem(collection: Expression, reading: Reading): DomainExpression {
  const { known, lists } = itemsOf(expressionOf(collection, reading), new Map());
  if (known.length === 0 || lists.length > 0) return notEvaluated(reading, collection);
  return { kind: 'choice', options: known, at: spanOf(reading, collection) };
}

/** Nothing has to hold for a loop over what is spelled out; else there has to be something. */
function rounds(collection: Expression, reading: Reading): Condition | undefined {
  const of = expressionOf(collection, reading);
  return itemsOf(of, new Map()).known.length > 0 ? undefined : { kind: 'not', of: isEmpty(of) };
}

export interface Deployed {
  readonly body: Expression;
  /** With the names of the loop around it. */
  readonly reading: Reading;
  /** What has to hold for anything to be deployed: a condition, and that a loop is over something. */
  readonly when: Condition | undefined;
}

/** The object that a resource or module deploys, out of its loop and condition. */
export function deployedBody(body: Expression, reading: Reading): Deployed {
  if (body.kind === 'if') {
    const inside = deployedBody(body.body, reading);
    return { ...inside, when: bothOf(conditionOf(body.condition, reading), inside.when) };
  }
  if (body.kind === 'for') {
    const inside = deployedBody(body.body, loopBody(body, reading));
    return { ...inside, when: bothOf(rounds(body.collection, reading), inside.when) };
  }
  if (body.kind === 'parenthesised') return deployedBody(body.of, reading);
  return { body, reading, when: undefined };
}
