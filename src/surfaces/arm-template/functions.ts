//! Functions of a template's expressions: its own names, and what it shares with Bicep.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-functions

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import { type Region, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import type { ArmExpression } from '../../languages/arm-expression/tree.ts';
import { answerOf, OPEN } from '../answers.ts';
import { ARM_FUNCTIONS, type ArmFunction } from '../arm-functions.ts';
import { conditionOf, isQuestion } from './conditions.ts';
import { evaluated } from './expressions.ts';
import { heldByPlatform, type Name, notEvaluated, type Reading } from './reading.ts';

const FUNCTIONS: ReadonlyMap<string, ArmFunction> = new Map(
  [
    ...ARM_FUNCTIONS,
    ...new Map<string, ArmFunction>([
      ['int', ([value]) => value],
      ['bool', ([value]) => value],
      ['null', (_, at) => literal('', at)],
      ['true', (_, at) => literal('true', at)],
      ['false', (_, at) => literal('false', at)],
      ['createArray', (items, at) => ({ kind: 'list', items, at })],
      ['array', ([item], at) => item && listOf(item, at)],
      ['createObject', createdObject],
      ['first', ([list], at) => list && { kind: 'member', of: list, name: '0', at }],
    ]),
  ].map(([name, it]) => [name.toLowerCase(), it] as const),
);

const listOf = (item: Expression, at: Span): Expression =>
  item.kind === 'list' ? item : { kind: 'list', items: [item], at };

function createdObject(args: readonly Expression[], at: Span): Expression | undefined {
  const entries = [];
  for (let index = 0; index + 1 < args.length; index += 2) {
    const [key, value] = [args[index], args[index + 1]];
    const name = key && literalOf(key);
    if (name === undefined || !value) return undefined;
    entries.push({ name, value, at: value.at });
  }
  return { kind: 'object', entries, at };
}

/** Secrets of a vault, an account or a service: `listKeys`, `listCredentials`. */
const isSecretList = (name: string): boolean => /^list[a-z]/.test(name);

export function callOf(
  node: ArmExpression & { kind: 'call' },
  outer: Region,
  reading: Reading,
): Expression {
  const name = node.name.toLowerCase();
  const at = spanOf(outer, node.start, node.end);
  const said = outer.text.slice(node.start, node.end);
  if (name === 'parameters' || name === 'variables') {
    return reference(node, reading.scope[name], at) ?? notEvaluated(said, at);
  }
  if (isSecretList(name)) return heldByPlatform(said, at);
  if (name === 'if' || isQuestion(name)) return decided(node, at, outer, reading);
  const run = FUNCTIONS.get(name);
  const args = run ? node.args.map(it => evaluated(it, outer, reading)) : [];
  return run?.(args, at) ?? notEvaluated(said, at);
}

/** `if(equals(a, b), c, d)`, and a question by itself. */
function decided(
  node: ArmExpression & { kind: 'call' },
  at: Span,
  outer: Region,
  reading: Reading,
): Expression {
  const [condition, ...options] = node.args;
  const isChoice = node.name.toLowerCase() === 'if';
  const asked = isChoice ? condition : node;
  const when = asked ? conditionOf(asked, outer, reading) : OPEN;
  if (isChoice && options.length === 2) {
    return { kind: 'choice', options: options.map(it => evaluated(it, outer, reading)), when, at };
  }
  const said = outer.text.slice(node.start, node.end);
  return isChoice || when.kind === 'open' ? notEvaluated(said, at) : answerOf(when, at);
}

function reference(
  node: ArmExpression & { kind: 'call' },
  names: ReadonlyMap<string, Name>,
  at: Span,
): Expression | undefined {
  const [argument] = node.args;
  const found = argument?.kind === 'string' ? names.get(argument.text.toLowerCase()) : undefined;
  return found && { kind: 'reference', ...found, at };
}
