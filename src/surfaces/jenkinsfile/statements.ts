//! Statements of a pipeline to steps.

import { assigned } from '../../domain/assigned.ts';
import type { Condition } from '../../domain/condition.ts';
import type { Step } from '../../domain/step.ts';
import type {
  GroovyClosure,
  GroovyExpression,
  GroovyStatement,
} from '../../languages/groovy/tree.ts';
import { partsOf } from '../../languages/groovy/tree.ts';
import { callSteps } from './calls.ts';
import { defineStep } from './functions.ts';
import { notEvaluated, type Reading, scriptVariable } from './reading.ts';
import { expressionOf } from './values.ts';

/** Functions first: a script may call those that stand below. */
export function stepsOf(statements: readonly GroovyStatement[], reading: Reading): readonly Step[] {
  const isFunction = (it: GroovyStatement): boolean =>
    it.kind === 'function' || it.kind === 'class';
  return [
    ...statements.filter(isFunction).flatMap(it => statementSteps(it, reading)),
    ...statements.filter(it => !isFunction(it)).flatMap(it => statementSteps(it, reading)),
  ];
}

export const bodySteps = (closure: GroovyClosure, reading: Reading): readonly Step[] =>
  stepsOf(closure.body, reading);

function statementSteps(statement: GroovyStatement, reading: Reading): readonly Step[] {
  const { at } = statement;
  switch (statement.kind) {
    case 'expression':
      return expressionSteps(statement.of, reading);
    case 'assign':
      return assignSteps(statement, reading);
    case 'function':
      return [defineStep(statement.name, statement.parameters, statement.body, at, reading)];
    case 'if':
      return [
        ...expressionSteps(statement.condition, reading),
        {
          kind: 'branch',
          arms: [stepsOf(statement.then, reading), stepsOf(statement.otherwise, reading)],
          isExhaustive: true,
          ...conditionOf(statement.condition, reading),
          at,
        },
      ];
    case 'switch': {
      const arms = statement.arms.map(it => stepsOf(it, reading));
      const branch: Step = { kind: 'branch', arms, isExhaustive: statement.hasDefault, at };
      return [...expressionSteps(statement.subject, reading), branch];
    }
    case 'loop':
      return loopSteps(statement, reading);
    case 'try':
      return trySteps(statement, reading);
    case 'stop':
      return stopSteps(statement, reading);
    case 'class':
      return stepsOf(
        statement.body.filter(it => it.kind === 'function'),
        reading,
      );
  }
}

/** Where both sides may be known: the branch says which arm runs. */
function conditionOf(condition: GroovyExpression, reading: Reading): { readonly when?: Condition } {
  if (condition.kind !== 'comparison') return {};
  const left = expressionOf(condition.left, reading);
  const right = expressionOf(condition.right, reading);
  return { when: { kind: 'texts', left, right, isEqual: condition.isEqual } };
}

/** Everything that is called in an expression, inside out. */
export function expressionSteps(expression: GroovyExpression, reading: Reading): readonly Step[] {
  switch (expression.kind) {
    case 'call':
      return callSteps(expression, reading);
    case 'closure':
      // One that nothing here names is run by whoever it is given to.
      return process(bodySteps(expression, reading), expression.at);
    case 'string':
    case 'name':
    case 'sum':
    case 'list':
    case 'map':
    case 'choice':
    case 'comparison':
    case 'constant':
    case 'other':
      return partsOf(expression).flatMap(it => expressionSteps(it, reading));
  }
}

const process = (body: readonly Step[], at: GroovyClosure['at']): readonly Step[] =>
  body.length === 0 ? [] : [{ kind: 'scope', ends: 'process', environment: [], body, at }];

function assignSteps(
  statement: GroovyStatement & { kind: 'assign' },
  reading: Reading,
): readonly Step[] {
  const { path, value, at } = statement;
  const [first = '', second, ...others] = path;
  const isEnvironment = first === 'env' && second !== undefined;
  if (!value) return [];
  if (value.kind === 'closure' && second === undefined) {
    const parameters = value.parameters.map(name => ({ name, fallback: undefined, at: value.at }));
    return [defineStep(first, parameters, value.body, at, reading)];
  }
  const before = expressionSteps(value, reading);
  if (others.length > 0 || (second !== undefined && !isEnvironment)) return before;
  const name = isEnvironment ? second : scriptVariable(first);
  const { appends } = statement;
  const isLocal = statement.isDeclared && reading.isInFunction;
  const held = expressionOf(value, reading);
  return [...before, assigned(name, held, at, { appends, isLocal })];
}

function loopSteps(
  { variable, over, body, at }: GroovyStatement & { kind: 'loop' },
  reading: Reading,
): readonly Step[] {
  const named = variable === undefined ? {} : { variable: scriptVariable(variable) };
  const items = variable === undefined ? [] : itemsOf(over, reading);
  return [
    ...expressionSteps(over, reading),
    { kind: 'loop', ...named, items, body: stepsOf(body, reading), at },
  ];
}

/** What a loop goes over: the elements of a list that is spelled out, else something unknown. */
export function itemsOf(over: GroovyExpression, reading: Reading) {
  return over.kind === 'list'
    ? over.items.map(it => expressionOf(it, reading))
    : [notEvaluated(over.at, reading)];
}

function trySteps(
  { body, handlers, after, at }: GroovyStatement & { kind: 'try' },
  reading: Reading,
): readonly Step[] {
  const arms = handlers.map(it => stepsOf(it, reading)).filter(it => it.length > 0);
  const branch: Step = { kind: 'branch', arms, isExhaustive: false, at };
  return [
    ...stepsOf(body, { ...reading, isCaught: true }),
    ...(arms.length > 0 ? [branch] : []),
    ...stepsOf(after, reading),
  ];
}

/** `return` in a block ends that block alone, which is not followed; in a function it ends the function. */
function stopSteps(
  { word, value, at }: GroovyStatement & { kind: 'stop' },
  reading: Reading,
): readonly Step[] {
  const before = value ? expressionSteps(value, reading) : [];
  if (word === 'throw' && !reading.isCaught)
    return [...before, { kind: 'stop', leaves: 'program', at }];
  return before;
}
