//! Bicep's loops: what the loop's names stand for in its body.

import { itemsOf } from '../../domain/arm-body.ts';
import type { Expression as DomainExpression } from '../../domain/expression.ts';
import type { Expression, ForNode } from '../../languages/bicep/tree.ts';
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

const isSpelledOut = (collection: Expression, reading: Reading): boolean =>
  itemsOf(expressionOf(collection, reading), new Map()).known.length > 0;

export interface Deployed {
  readonly body: Expression;
  /** With the names of the loop around it. */
  readonly reading: Reading;
  /** False when it may be that nothing is deployed: under a condition, and in a loop over what may be empty. */
  readonly isCertain: boolean;
}

/** The object that a resource or module deploys, out of its loop and condition. */
export function deployedBody(body: Expression, reading: Reading): Deployed {
  if (body.kind === 'if') return { ...deployedBody(body.body, reading), isCertain: false };
  if (body.kind === 'for') {
    const inside = deployedBody(body.body, loopBody(body, reading));
    return { ...inside, isCertain: inside.isCertain && isSpelledOut(body.collection, reading) };
  }
  if (body.kind === 'parenthesised') return deployedBody(body.of, reading);
  return { body, reading, isCertain: true };
}
