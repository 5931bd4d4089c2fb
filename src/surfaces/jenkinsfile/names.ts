//! What names mean in a pipeline: found in one walk before anything is read.

import type { Entry } from '../../domain/expression.ts';
import {
  type GroovyCall,
  type GroovyExpression,
  type GroovyStatement,
  partsOf,
} from '../../languages/groovy/tree.ts';
import { boundEntries } from './bindings.ts';
import { environmentEntries, parameterEntries, withEnvEntries } from './environments.ts';
import { axisOf } from './matrix.ts';
import type { Reading } from './reading.ts';

export interface Names {
  readonly bound: ReadonlySet<string>;
  readonly environment: ReadonlySet<string>;
  readonly functions: ReadonlySet<string>;
  /** `string(name: 'X')` and its like, inside `parameters`. */
  readonly parameters: readonly GroovyCall[];
}

interface Draft {
  readonly bound: Set<string>;
  readonly environment: Set<string>;
  readonly functions: Set<string>;
  readonly parameters: GroovyCall[];
  readonly reading: Reading;
}

export function namesIn(statements: readonly GroovyStatement[], reading: Reading): Names {
  const draft: Draft = {
    bound: new Set(),
    environment: new Set(),
    functions: new Set(),
    parameters: [],
    reading,
  };
  walkAll(statements, draft);
  return draft;
}

function walkAll(statements: readonly GroovyStatement[], draft: Draft): void {
  for (const statement of statements) walk(statement, draft);
}

function walk(statement: GroovyStatement, draft: Draft): void {
  switch (statement.kind) {
    case 'expression':
      return walkExpression(statement.of, draft);
    case 'assign': {
      const [name, ...rest] = statement.path;
      if (name === 'env' && rest[0] !== undefined) draft.environment.add(rest[0]);
      else if (name !== undefined && rest.length === 0) draft.bound.add(name);
      if (statement.value?.kind === 'closure' && name !== undefined) draft.functions.add(name);
      return statement.value && walkExpression(statement.value, draft);
    }
    case 'function':
      draft.functions.add(statement.name);
      for (const { name } of statement.parameters) draft.bound.add(name);
      return walkAll(statement.body, draft);
    case 'if':
      walkExpression(statement.condition, draft);
      walkAll(statement.then, draft);
      return walkAll(statement.otherwise, draft);
    case 'switch':
      walkExpression(statement.subject, draft);
      return walkAll(statement.arms.flat(), draft);
    case 'loop':
      if (statement.variable !== undefined) draft.bound.add(statement.variable);
      walkExpression(statement.over, draft);
      return walkAll(statement.body, draft);
    case 'try':
      return walkAll([...statement.body, ...statement.handlers.flat(), ...statement.after], draft);
    case 'stop':
      return statement.value && walkExpression(statement.value, draft);
    case 'class':
      return walkAll(statement.body, draft);
  }
}

function walkExpression(expression: GroovyExpression, draft: Draft): void {
  if (expression.kind === 'closure') {
    for (const name of expression.parameters) draft.bound.add(name);
    return walkAll(expression.body, draft);
  }
  if (expression.kind === 'call') {
    if (expression.name === 'environment') return walkEnvironment(expression, draft);
    noteCall(expression, draft);
  }
  for (const part of partsOf(expression)) walkExpression(part, draft);
}

/** What looks like an assignment to the script's own names sets variables of the environment there. */
function walkEnvironment({ args }: GroovyCall, draft: Draft): void {
  for (const { value } of args) {
    if (value.kind === 'closure') addAll(environmentEntries(value.body, draft.reading), draft);
  }
}

function noteCall(call: GroovyCall, draft: Draft): void {
  if (call.name === 'withEnv') addAll(withEnvEntries(call, draft.reading), draft);
  else if (/^with[A-Z]/.test(call.name))
    addAll(
      call.args.flatMap(it => boundEntries(it.value)),
      draft,
    );
  else if (call.name === 'parameters') {
    const declared = parametersIn(call);
    addAll(parameterEntries(declared, draft.reading), draft);
    draft.parameters.push(...declared);
  } else if (call.name === 'axis') {
    const axes = call.args.flatMap(({ value }) =>
      value.kind === 'closure' ? (axisOf(value) ?? []) : [],
    );
    for (const { name } of axes) draft.environment.add(name);
  } else if (call.name === 'each' || call.name === 'times') draft.bound.add('it');
}

const addAll = (entries: readonly Entry[], { environment }: Draft): void => {
  for (const { name } of entries) environment.add(name);
};

/** In the block of a declarative pipeline, and in the list of `properties([parameters([…])])`. */
function parametersIn({ args }: GroovyCall): readonly GroovyCall[] {
  const all = args.flatMap(({ value }): readonly GroovyExpression[] => {
    if (value.kind === 'list') return value.items;
    return value.kind === 'closure'
      ? value.body.flatMap(it => (it.kind === 'expression' ? [it.of] : []))
      : [];
  });
  return all.flatMap(it => (it.kind === 'call' ? [it] : []));
}
