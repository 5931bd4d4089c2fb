//! What a GitHub expression means in the words of the domain.

import type { Expression } from '../../domain/expression.ts';
import { literal, text, unknownExpression } from '../../domain/literal.ts';
import { type Region, spanOf, subRegion } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import { contextExpression } from './contexts.ts';
import { callExpression } from './functions.ts';
import type { GithubExpression } from './tree.ts';

/** What a context such as `matrix.x` is at this place of the file; `undefined` for what it means everywhere. */
export type ContextReader = (path: readonly string[], at: Span) => Expression | undefined;

export interface Surroundings {
  /** The text that the expression stands in. */
  readonly region: Region;
  readonly contexts: ContextReader;
}

export function meaningOf(node: GithubExpression, around: Surroundings): Expression {
  const at = spanOf(around.region, node.start, node.end);
  switch (node.kind) {
    case 'string':
      return stringLiteral(node, around, at);
    case 'constant':
      return literal(node.text === 'null' ? '' : node.text, at);
    case 'context':
      return around.contexts(node.path, at) ?? contextExpression(node.path, at);
    case 'member':
      return { kind: 'member', of: meaningOf(node.of, around), name: node.name, at };
    case 'call': {
      const args = node.args.map(arg => meaningOf(arg, around));
      return callExpression(node.name, args, at) ?? notEvaluated(node, around, at);
    }
    case 'and':
      return bothExpression(node.operands, around, at);
    case 'or':
      return eitherExpression(node.operands, around, at);
    case 'dynamic':
    case 'not':
    case 'comparison':
      return notEvaluated(node, around, at);
  }
}

function stringLiteral(
  node: GithubExpression & { kind: 'string' },
  { region }: Surroundings,
  at: Span,
): Expression {
  const isVerbatim = node.text.length === node.end - node.start - 2;
  return isVerbatim
    ? text(subRegion(region, node.start + 1, node.end - 1))
    : literal(node.text, at);
}

function notEvaluated(node: GithubExpression, { region }: Surroundings, at: Span): Expression {
  const spelled = region.text.slice(node.start, node.end).slice(0, 60);
  return unknownExpression({ kind: 'not-evaluated', text: spelled }, at);
}

/** `undefined` when only a run can tell. */
export function truthOf(node: GithubExpression): boolean | undefined {
  if (node.kind === 'string') return node.text !== '';
  return node.kind === 'constant' ? node.isTruthy : undefined;
}

/** `a && b` is `b`, or the first of them that is false. */
function bothExpression(
  operands: readonly GithubExpression[],
  around: Surroundings,
  at: Span,
): Expression {
  const open: GithubExpression[] = [];
  for (const operand of operands.slice(0, -1)) {
    const truth = truthOf(operand);
    if (truth === false) return meaningOf(operand, around);
    if (truth === undefined) open.push(operand);
  }
  const last = operands.at(-1);
  const value = last ? meaningOf(last, around) : literal('', at);
  if (open.length === 0) return value;
  const falseValue = open.every(isCondition) ? 'false' : '';
  return { kind: 'choice', options: [value, literal(falseValue, at)], at };
}

/** Gives `true` or `false` and no other value. */
const isCondition = (node: GithubExpression): boolean =>
  node.kind === 'comparison' ||
  node.kind === 'not' ||
  (node.kind === 'call' && CONDITIONS.has(node.name));

const CONDITIONS: ReadonlySet<string> = new Set([
  'always',
  'cancelled',
  'contains',
  'endswith',
  'failure',
  'startswith',
  'success',
]);

/** `a || b` is the first of them that is true; `c && a || b` is how people write `c ? a : b`. */
function eitherExpression(
  operands: readonly GithubExpression[],
  around: Surroundings,
  at: Span,
): Expression {
  const options: Expression[] = [];
  for (const [index, operand] of operands.entries()) {
    const isLast = index === operands.length - 1;
    const truth = truthOf(operand);
    if (truth === false && !isLast) continue;
    options.push(optionOf(operand, isLast, around));
    if (truth === true) break;
  }
  return firstTrue(options, at);
}

function optionOf(operand: GithubExpression, isLast: boolean, around: Surroundings): Expression {
  if (isLast) return meaningOf(operand, around);
  const at = spanOf(around.region, operand.start, operand.end);
  const value = operand.kind === 'and' ? operand.operands.at(-1) : undefined;
  // A false condition never stands here: the next operand does.
  if (value) return meaningOf(value, around);
  return isCondition(operand) ? literal('true', at) : meaningOf(operand, around);
}

/** A reference keeps the rest as what stands in for it; of other values any one may be it. */
function firstTrue(options: readonly Expression[], at: Span): Expression {
  const [first, ...others] = options;
  if (!first) return literal('', at);
  if (others.length === 0) return first;
  const rest = firstTrue(others, at);
  if (first.kind === 'reference' && !first.otherwise) return { ...first, otherwise: rest, at };
  return {
    kind: 'choice',
    options: rest.kind === 'choice' ? [first, ...rest.options] : [first, rest],
    at,
  };
}
