//! Expressions of a pipeline to expressions of the domain.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, template, text } from '../../domain/literal.ts';
import type { Hole, Region, Segment } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import {
  type GroovyArgument,
  type GroovyCall,
  type GroovyExpression,
  type GroovyString,
  textOf,
} from '../../languages/groovy/tree.ts';
import {
  heldByPlatform,
  namedArgument,
  notEvaluated,
  parameter,
  type Reading,
  scriptVariable,
  spelledAt,
  variable,
} from './reading.ts';

export function expressionOf(expression: GroovyExpression, reading: Reading): Expression {
  const { at } = expression;
  switch (expression.kind) {
    case 'string':
      return stringValue(expression, reading);
    case 'name':
      return nameValue(expression.path, at, reading);
    case 'constant':
      return literal(expression.text === 'null' ? '' : expression.text, at);
    case 'sum':
      return text(sumRegion(expression.parts, at, reading));
    case 'list':
      return { kind: 'list', items: expression.items.map(it => expressionOf(it, reading)), at };
    case 'map':
      return { kind: 'object', entries: entriesOf(expression.entries, reading), at };
    case 'choice':
      return choiceValue(expression.options, at, reading);
    case 'call':
      return callValue(expression, reading);
    case 'closure':
    case 'comparison':
    case 'other':
      return notEvaluated(at, reading);
  }
}

const entriesOf = (args: readonly GroovyArgument[], reading: Reading): readonly Entry[] =>
  args.flatMap(({ name, value, at }) =>
    name === undefined ? [] : [{ name, value: expressionOf(value, reading), at }],
  );

export function stringValue(string: GroovyString, reading: Reading): Expression {
  return template(stringRegion(string, reading));
}

export const stringRegion = ({ region, holes }: GroovyString, reading: Reading): Region => ({
  ...region,
  holes: holes.map(({ start, end, of }) => ({ start, end, expression: expressionOf(of, reading) })),
});

/** `'a ' + b + ' c'` as one text with a hole, so that what it spells keeps its places. */
function sumRegion(parts: readonly GroovyExpression[], at: Span, reading: Reading): Region {
  let all = '';
  const segments: Segment[] = [];
  const holes: Hole[] = [];
  for (const part of parts) {
    const start = all.length;
    if (part.kind === 'string') {
      const region = stringRegion(part, reading);
      all += region.text;
      segments.push(...region.segments.map(it => ({ ...it, guest: it.guest + start })));
      holes.push(
        ...region.holes.map(it => ({ ...it, start: it.start + start, end: it.end + start })),
      );
      continue;
    }
    all += `\${${spelledAt(part.at, reading)}}`;
    segments.push({ guest: start, host: part.at.start, length: 1 });
    holes.push({ start, end: all.length, expression: expressionOf(part, reading) });
  }
  return { at, text: all, segments, holes };
}

/** `a ?: b` and `c ? a : b`: one of them; a variable keeps the other as what stands in for it. */
function choiceValue(options: readonly GroovyExpression[], at: Span, reading: Reading): Expression {
  const values = options.map(it => expressionOf(it, reading));
  return values.length === 0 ? notEvaluated(at, reading) : { kind: 'choice', options: values, at };
}

function nameValue(path: readonly string[], at: Span, reading: Reading): Expression {
  const [first = '', second, ...others] = path;
  if (others.length > 0) return notEvaluated(at, reading);
  if (second === undefined) return plainName(first, at, reading);
  if (first === 'env') return variable(second, at);
  if (first === 'params') return parameterValue(second, at, reading);
  if (first === reading.options) return variable(namedArgument(second), at);
  if (!reading.bound.has(first)) return notEvaluated(at, reading);
  return { kind: 'member', of: variable(scriptVariable(first), at), name: second, at };
}

function plainName(name: string, at: Span, reading: Reading): Expression {
  if (!reading.bound.has(name)) return variable(name, at);
  const own = variable(scriptVariable(name), at);
  // The same name may mean either, in different places of the file.
  return reading.environment.has(name) && own.kind === 'reference'
    ? { ...own, otherwise: variable(name, at) }
    : own;
}

/** One that the file does not declare is declared on the platform. */
const parameterValue = (name: string, at: Span, reading: Reading): Expression =>
  reading.parameters.has(name)
    ? variable(parameter(name), at)
    : heldByPlatform(`params.${name}`, at);

/** Methods that change nothing that matters: white space at the ends, indentation, the type. */
const SAME: ReadonlySet<string> = new Set(['toString', 'stripIndent', 'trim', 'strip']);

const CHANGED: ReadonlyMap<string, string> = new Map([
  ['toLowerCase', 'lower'],
  ['toUpperCase', 'upper'],
]);

function callValue(call: GroovyCall, reading: Reading): Expression {
  const { name, target, args, at } = call;
  const unknown = notEvaluated({ ...at, end: call.nameAt.end }, reading);
  if (!target) return name === 'credentials' ? heldByPlatform(credentialName(call), at) : unknown;
  if (SAME.has(name)) return expressionOf(target, reading);
  const changed = CHANGED.get(name);
  if (changed) return { kind: 'call', name: changed, args: [expressionOf(target, reading)], at };
  const [first] = args;
  if (name === 'join' && first) {
    const of = [expressionOf(first.value, reading), expressionOf(target, reading)];
    return { kind: 'call', name: 'join', args: of, at };
  }
  return unknown;
}

/** The id of a credential as the file spells it. */
export function credentialName({ args }: GroovyCall): string {
  const id = args.find(it => it.name === 'credentialsId') ?? args.find(it => it.name === undefined);
  return textOf(id?.value) ?? 'credentials';
}
