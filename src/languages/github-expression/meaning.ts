//! What a GitHub expression means in the words of the domain.

import type { Expression } from '../../domain/expression.ts';
import { literal, text, unknownExpression } from '../../domain/literal.ts';
import { type Region, spanOf, subRegion } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import { contextExpression } from './contexts.ts';
import { callExpression } from './functions.ts';
import { allOf, type Guard, whenOf } from './guards.ts';
import { firstTrue, type Option } from './options.ts';
import type { Teller } from './told.ts';
import type { GithubExpression } from './tree.ts';
import { type GuardPlace, guardOf } from './truth.ts';

/** What a context such as `matrix.x` is at this place of the file; `undefined` for what it means everywhere. */
export type ContextReader = (path: readonly string[], at: Span) => Expression | undefined;

/** What the place of the file knows of contexts. */
export interface Contexts {
  readonly read: ContextReader;
  /** It holds true or false, of which `false` is not true, as it would be of a text. */
  readonly isBoolean: (path: readonly string[]) => boolean;
  readonly tell?: Teller;
}

export interface Surroundings {
  /** The text that the expression stands in. */
  readonly region: Region;
  readonly contexts: Contexts;
  /** How many conditions it is a part of. */
  readonly depth: number;
}

/** A condition in a value of a condition in a value: nobody writes that, and each would be looked at many times. */
const DEPTH_MAX = 2;

/** For a run in which nothing failed. */
export const placeIn = (region: Region, contexts: Contexts, depth = 0): GuardPlace => ({
  meaning: node => meaningOf(node, { region, contexts, depth }),
  spelled: node => region.text.slice(node.start, node.end),
  isBoolean: contexts.isBoolean,
  ...(contexts.tell ? { tell: contexts.tell } : {}),
  success: 'always',
  hasFailed: false,
});

export function meaningOf(node: GithubExpression, around: Surroundings): Expression {
  const at = spanOf(around.region, node.start, node.end);
  switch (node.kind) {
    case 'string':
      return stringLiteral(node, around, at);
    case 'constant':
      return literal(node.text === 'null' ? '' : node.text, at);
    case 'context':
      return around.contexts.read(node.path, at) ?? contextExpression(node.path, at);
    case 'member':
      return { kind: 'member', of: meaningOf(node.of, around), name: node.name, at };
    case 'call': {
      if (node.name === 'case') return chosen(node.args, around, at);
      const args = node.args.map(arg => meaningOf(arg, around));
      return callExpression(node.name, args, at) ?? truthValue(node, around, at);
    }
    case 'and':
      return bothExpression(node.operands, around, at);
    case 'or':
      return eitherExpression(node.operands, around, at);
    case 'not':
    case 'comparison':
    case 'dynamic':
      return truthValue(node, around, at);
  }
}

/** `true` or `false`, where something of the file decides which. */
function truthValue(node: GithubExpression, around: Surroundings, at: Span): Expression {
  const guard = isCondition(node) ? guardIn(node, around) : 'sometimes';
  if (guard === 'sometimes') return notEvaluated(node, around, at);
  if (typeof guard === 'string') return literal(String(guard === 'always'), at);
  const options = [literal('true', at), literal('false', at)];
  return { kind: 'choice', options, when: guard, at };
}

const guardIn = (node: GithubExpression, { region, contexts, depth }: Surroundings): Guard =>
  depth < DEPTH_MAX ? guardOf(node, placeIn(region, contexts, depth + 1)) : 'sometimes';

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

/** `a && b` is `b`, or the first of them that is false. */
function bothExpression(
  operands: readonly GithubExpression[],
  around: Surroundings,
  at: Span,
): Expression {
  const open: GithubExpression[] = [];
  const guards: Guard[] = [];
  for (const operand of operands.slice(0, -1)) {
    const guard = guardIn(operand, around);
    if (guard === 'never') return meaningOf(operand, around);
    if (guard === 'always') continue;
    open.push(operand);
    guards.push(guard);
  }
  const last = operands.at(-1);
  const value = last ? meaningOf(last, around) : literal('', at);
  if (open.length === 0) return value;
  const falseValue = open.every(isCondition) ? 'false' : '';
  const options = [value, literal(falseValue, at)];
  return { kind: 'choice', options, ...whenOf(allOf(guards)), at };
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
  const options: Option[] = [];
  for (const [index, operand] of operands.entries()) {
    const isLast = index === operands.length - 1;
    const guard = guardIn(operand, around);
    if (guard === 'never' && !isLast) continue;
    const isName = operand.kind === 'context' && !around.contexts.isBoolean(operand.path);
    options.push({ value: optionOf(operand, isLast, around), guard, isName });
    if (guard === 'always') break;
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

/** `case(condition, value, condition, value, otherwise)`. */
function chosen(args: readonly GithubExpression[], around: Surroundings, at: Span): Expression {
  const options: Option[] = [];
  for (let index = 0; index < args.length; index += 2) {
    const [condition, value] = args.slice(index, index + 2);
    if (!condition) break;
    // What stands last and alone is meant when nothing before is.
    const guard = value ? guardIn(condition, around) : 'always';
    if (guard === 'never') continue;
    options.push({ value: meaningOf(value ?? condition, around), guard, isName: false });
  }
  return firstTrue(options, at);
}
