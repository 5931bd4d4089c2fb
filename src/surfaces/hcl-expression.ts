//! Terraform's expressions in the words of the domain.

import type { Entry, Expression } from '../domain/expression.ts';
import { literal, text, unknownExpression } from '../domain/literal.ts';
import { type Region, spanOf, subRegion } from '../domain/region.ts';
import { regionOf } from '../languages/hcl/region.ts';
import type { HclExpression, HclObject, HclTemplate, Stretch } from '../languages/hcl/tree.ts';
import { answerOf } from './answers.ts';
import { accessOf } from './hcl-access.ts';
import { conditionOf, isQuestion } from './hcl-condition.ts';
import { callOf } from './hcl-functions.ts';

/** `outer` holds the text that was parsed. */
export function expressionOf(node: HclExpression, outer: Region): Expression {
  const at = spanOf(outer, node.start, node.end);
  switch (node.kind) {
    case 'template':
      return templateExpression(node, outer);
    case 'number':
    case 'boolean':
      return text(subRegion(outer, node.start, node.end));
    case 'null':
      return literal('', at);
    case 'variable':
      return accessOf(node, [], at, outer);
    case 'access':
      return accessOf(node.of, node.steps, at, outer);
    case 'call':
      return isQuestion(node) ? answered(node, outer) : callOf(node, at, outer);
    case 'list':
      return { kind: 'list', items: node.items.map(it => expressionOf(it, outer)), at };
    case 'object':
      return { kind: 'object', entries: entriesOf(node, outer), at };
    case 'conditional':
      return {
        kind: 'choice',
        options: [expressionOf(node.then, outer), expressionOf(node.otherwise, outer)],
        when: conditionOf(node.condition, outer),
        at,
      };
    case 'parentheses':
      return expressionOf(node.of, outer);
    case 'unary':
      return node.operators === '-' && node.operand.kind === 'number'
        ? text(subRegion(outer, node.start, node.end))
        : answered(node, outer);
    case 'operation':
      return answered(node, outer);
    case 'for':
    case 'missing':
      return notEvaluated(node, outer);
  }
}

/** An operation that is a question. */
function answered(node: HclExpression, outer: Region): Expression {
  const when = conditionOf(node, outer);
  if (when.kind === 'open') return notEvaluated(node, outer);
  return answerOf(when, spanOf(outer, node.start, node.end));
}

/**
 * In a script of several lines the lines of every arm of a directive stand one after the other, as if all ran.
 * In a value that would be a wrong value.
 */
function templateExpression(node: HclTemplate, outer: Region): Expression {
  if (node.directives.length > 0 && !node.text.includes('\n')) return notEvaluated(node, outer);
  return text(regionOf(outer, node, it => expressionOf(it, outer)));
}

const entriesOf = (node: HclObject, outer: Region): readonly Entry[] =>
  node.entries.map(it => ({
    name: keyOf(it.key, outer),
    value: expressionOf(it.value, outer),
    at: spanOf(outer, it.start, it.end),
  }));

/** A computed key is written as its source: no argument has such a name. */
function keyOf(key: HclExpression, outer: Region): string {
  if (key.kind === 'variable') return key.name;
  return key.kind === 'template' && key.holes.length === 0 ? key.text : sourceOf(key, outer);
}

const SOURCE_MAX = 60;

/** Strings are left out: they may be secrets. */
const sourceOf = (node: Stretch, outer: Region): string =>
  outer.text
    .slice(node.start, Math.min(node.end, node.start + 10 * SOURCE_MAX))
    .replace(/"[^"]*"?/g, '"…"')
    .replace(/\s+/g, ' ')
    .slice(0, SOURCE_MAX);

/** Unknown, with the source of the expression as the reason. */
export const notEvaluated = (node: Stretch, outer: Region): Expression =>
  unknownExpression(
    { kind: 'not-evaluated', text: sourceOf(node, outer) },
    spanOf(outer, node.start, node.end),
  );
