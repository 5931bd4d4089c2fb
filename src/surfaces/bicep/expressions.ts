//! Bicep's expressions in the words that no platform owns.

import type { Expression as DomainExpression, Entry } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import { regionOf } from '../../languages/bicep/region.ts';
import type { Expression, ObjectNode, SpreadNode } from '../../languages/bicep/tree.ts';
import { answerOf } from '../answers.ts';
import { conditionOf, isQuestion } from './conditions.ts';
import { callOf } from './functions.ts';
import { loopBody } from './loops.ts';
import { notEvaluated, type Reading, spanOf } from './reading.ts';

/** Null, which is what is not set, becomes an empty string: to everything that asks they are the same. */
export function expressionOf(node: Expression, reading: Reading): DomainExpression {
  const at = spanOf(reading, node);
  switch (node.kind) {
    case 'string':
      return text(regionOf(reading.path, node, it => expressionOf(it, reading)));
    case 'integer':
    case 'boolean':
    case 'null':
      return literal(node.kind === 'null' ? '' : String(node.value), at);
    case 'object':
      return objectOf(node, reading);
    case 'array':
      return { kind: 'list', items: node.items.map(it => itemOf(it, reading)), at };
    case 'name':
      return named(node.name, node, reading);
    case 'member':
      return memberOf(node, node.of, node.name.text, reading);
    case 'index':
      return indexed(node, reading);
    case 'call':
      return isQuestion(node) ? answered(node, reading) : callOf(node, reading);
    case 'conditional':
    case 'binary':
      return oneOfTwo(node, reading);
    case 'non-null':
    case 'parenthesised':
      return expressionOf(node.of, reading);
    // However often it runs, it runs this.
    case 'for':
      return { kind: 'list', items: [expressionOf(node.body, loopBody(node, reading))], at };
    case 'if':
      return expressionOf(node.body, reading);
    case 'unary':
      return answered(node, reading);
    case 'nested':
    case 'lambda':
    case 'missing':
      return notEvaluated(reading, node);
  }
}

/** `c ? a : b`, `a ?? b`; other operators give one of their sides at most by chance, but may ask something. */
function oneOfTwo(
  node: Expression & { kind: 'conditional' | 'binary' },
  reading: Reading,
): DomainExpression {
  const at = spanOf(reading, node);
  if (node.kind === 'conditional') {
    const options = [node.whenTrue, node.whenFalse].map(it => expressionOf(it, reading));
    return { kind: 'choice', options, when: conditionOf(node.condition, reading), at };
  }
  if (node.operator !== '??') return answered(node, reading);
  const args = [node.left, node.right].map(it => expressionOf(it, reading));
  return { kind: 'call', name: 'coalesce', args, at };
}

/** `true` or `false`, where texts decide it. */
function answered(node: Expression, reading: Reading): DomainExpression {
  const when = conditionOf(node, reading);
  return when.kind === 'open' ? notEvaluated(reading, node) : answerOf(when, spanOf(reading, node));
}

function named(name: string, node: Expression, reading: Reading): DomainExpression {
  const meaning = reading.meaningOf(name);
  const at = spanOf(reading, node);
  switch (meaning?.kind) {
    case undefined:
      return notEvaluated(reading, node);
    case 'param':
      return { kind: 'reference', space: 'input', name, at };
    case 'variable':
      return { kind: 'reference', space: 'local', name, at };
    case 'value':
      return meaning.value;
  }
}

/** Of a resource or module nothing is known before Azure has made it. */
function memberOf(
  node: Expression,
  of: Expression,
  name: string,
  reading: Reading,
): DomainExpression {
  const object = expressionOf(of, reading);
  if (object.kind === 'unknown') return notEvaluated(reading, node);
  return { kind: 'member', of: object, name, at: spanOf(reading, node) };
}

function indexed(node: Expression & { kind: 'index' }, reading: Reading): DomainExpression {
  const { key } = node;
  if (key.kind === 'integer') return memberOf(node, node.of, String(key.value), reading);
  return key.kind === 'string' && key.holes.length === 0
    ? memberOf(node, node.of, key.text, reading)
    : notEvaluated(reading, node);
}

const itemOf = (item: Expression | SpreadNode, reading: Reading): DomainExpression =>
  item.kind === 'spread'
    ? { kind: 'elements', of: expressionOf(item.of, reading), at: spanOf(reading, item) }
    : expressionOf(item, reading);

/** With spread members it is several objects, merged in their order. */
function objectOf(node: ObjectNode, reading: Reading): DomainExpression {
  const at = spanOf(reading, node);
  const parts: DomainExpression[] = [];
  let entries: Entry[] = [];
  for (const entry of node.entries) {
    if (entry.kind === 'property') {
      const value = expressionOf(entry.value, reading);
      entries.push({ name: entry.name ?? entry.key.text, value, at: spanOf(reading, entry) });
      continue;
    }
    parts.push({ kind: 'object', entries, at }, expressionOf(entry.of, reading));
    entries = [];
  }
  const last: DomainExpression = { kind: 'object', entries, at };
  return parts.length === 0 ? last : { kind: 'call', name: 'merge', args: [...parts, last], at };
}
