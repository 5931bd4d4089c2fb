//! Questions that files ask of the values they are given, as values and as what decides whether something is there.

import type { Condition } from '../domain/condition.ts';
import type { Expression } from '../domain/expression.ts';
import { literal } from '../domain/literal.ts';
import type { Span } from '../domain/span.ts';

export const OPEN: Condition = { kind: 'open' };

export const textsOf = (left: Expression, right: string, isEqual: boolean): Condition => ({
  kind: 'texts',
  left,
  right: literal(right, left.at),
  isEqual,
});

/** `true` or `false`, as far as a condition can be told. */
export const answerOf = (when: Condition, at: Span): Expression => ({
  kind: 'choice',
  options: [literal('true', at), literal('false', at)],
  when,
  at,
});

/** The same, left open where a person may give other values than those that are here. */
export const unlessGiven = (when: Condition, at: Span): Condition =>
  textsOf(answerOf(when, at), 'true', true);

/** Of a list, an object or a text. */
export const isEmpty = (of: Expression): Condition =>
  textsOf({ kind: 'call', name: 'length', args: [of], at: of.at }, '0', true);
