//! Variables that a part of a pipeline sets: `environment { X = 'v' }`, `withEnv(['X=v'])`, parameters.
//! Source: https://www.jenkins.io/doc/book/pipeline/syntax/#environment

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, template } from '../../domain/literal.ts';
import { subRegion } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import {
  argumentNamed,
  type GroovyCall,
  type GroovyExpression,
  type GroovyStatement,
  textOf,
} from '../../languages/groovy/tree.ts';
import { credentialEntries } from './bindings.ts';
import { heldByPlatform, type Reading } from './reading.ts';
import { credentialName, expressionOf, stringRegion } from './values.ts';

/** Of the statements of an `environment` block. */
export const environmentEntries = (
  statements: readonly GroovyStatement[],
  reading: Reading,
): readonly Entry[] =>
  statements.flatMap(statement => {
    if (statement.kind !== 'assign' || !statement.value) return [];
    const name = statement.path.at(-1) ?? '';
    return entriesOf(name, statement.value, statement.at, reading);
  });

function entriesOf(
  name: string,
  value: GroovyExpression,
  at: Span,
  reading: Reading,
): readonly Entry[] {
  if (value.kind === 'call' && value.name === 'credentials' && !value.target) {
    return credentialEntries(name, credentialName(value), at);
  }
  // Jenkins takes a variable away that is set to nothing, and the agent may have one of that name.
  const isNothing = textOf(value) === '';
  return [{ name, value: isNothing ? heldByPlatform(name, at) : expressionOf(value, reading), at }];
}

/** Of `withEnv(["X=v", 'PATH+BIN=/opt'])`; a list that a variable holds is not looked into. */
export function withEnvEntries(call: GroovyCall, reading: Reading): readonly Entry[] {
  const [first] = call.args;
  const list = argumentNamed(call.args, 'overrides') ?? first?.value;
  const items = list?.kind === 'list' ? list.items : [];
  return items.flatMap(item => entryOfText(item, reading) ?? []);
}

function entryOfText(item: GroovyExpression, reading: Reading): Entry | undefined {
  const value = expressionOf(item, reading);
  const region = item.kind === 'string' ? stringRegion(item, reading) : regionOf(value);
  const name = region && /^([A-Za-z_]\w*)=/.exec(region.text)?.[1];
  if (!region || name === undefined) return undefined;
  const rest = subRegion(region, name.length + 1, region.text.length);
  return { name, value: template(rest), at: item.at };
}

const regionOf = (value: Expression) => (value.kind === 'text' ? value.region : undefined);

/** `parameters { string(name: 'X', defaultValue: 'v') }`: what each may be. */
export function parameterEntries(calls: readonly GroovyCall[], reading: Reading): readonly Entry[] {
  return calls.flatMap(({ name: type, args, at }) => {
    const name = textOf(argumentNamed(args, 'name'));
    if (name === undefined) return [];
    return [{ name, value: parameterValue(type, name, args, at, reading), at }];
  });
}

function parameterValue(
  type: string,
  name: string,
  args: GroovyCall['args'],
  at: Span,
  reading: Reading,
): Expression {
  const held = heldByPlatform(`params.${name}`, at);
  if (/^boolean/i.test(type)) {
    return { kind: 'choice', options: [literal('true', at), literal('false', at)], at };
  }
  if (/^choice/i.test(type)) {
    const choices = choicesOf(argumentNamed(args, 'choices'), reading);
    return choices.length === 0 ? held : { kind: 'choice', options: choices, at };
  }
  const fallback = argumentNamed(args, 'defaultValue');
  const isSaid = fallback && textOf(fallback) !== '' && !/^password/i.test(type);
  return isSaid ? { kind: 'choice', options: [expressionOf(fallback, reading), held], at } : held;
}

/** `['a', 'b']`, or one text with a line for each. */
function choicesOf(choices: GroovyExpression | undefined, reading: Reading): readonly Expression[] {
  if (choices?.kind === 'list') return choices.items.map(it => expressionOf(it, reading));
  const lines = textOf(choices)?.split('\n') ?? [];
  return choices ? lines.filter(it => it.trim() !== '').map(it => literal(it, choices.at)) : [];
}
