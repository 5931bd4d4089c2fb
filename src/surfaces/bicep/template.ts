//! A Bicep template as a routine: its parameters, variables and what it deploys.

import type { Entry } from '../../domain/expression.ts';
import type { Parameter, Routine } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { ParamStatement } from '../../languages/bicep/statement-tree.ts';
import type { BicepFile } from '../../languages/bicep/tree.ts';
import { deploymentSteps } from './deployments.ts';
import { expressionOf } from './expressions.ts';
import { heldByPlatform, type Meaning, type Reading, spanOf } from './reading.ts';

export function template({ path, text }: SourceFile, { statements }: BicepFile): Routine {
  const names = new Map<string, Meaning>();
  for (const statement of statements) {
    if (statement.kind === 'param' || statement.kind === 'variable') {
      names.set(statement.name.text, { kind: statement.kind });
    }
  }
  const reading: Reading = { path, text, meaningOf: name => names.get(name) };
  const parameters = statements.flatMap(it => (it.kind === 'param' ? parameter(it, reading) : []));
  const bindings = statements.flatMap((statement): Entry[] => {
    if (statement.kind !== 'variable') return [];
    const { name, value } = statement;
    const at = spanOf(reading, { start: name.start, end: value.end });
    return [{ name: name.text, value: expressionOf(value, reading), at }];
  });
  const values = new Map(bindings.map(it => [it.name, it.value]));
  const body = deploymentSteps(statements, reading, values);
  const at = { path, start: 0, end: text.length };
  return { kind: 'routine', type: 'bicep-file', path, parameters, bindings, body, at };
}

function parameter(statement: ParamStatement, reading: Reading): Parameter {
  const { name, value } = statement;
  const at = spanOf(reading, name);
  if (value) return { name: name.text, fallback: expressionOf(value, reading), at };
  // A secret without a default is given by whoever deploys, out of some store.
  if (isSecure(statement)) return { name: name.text, fallback: heldByPlatform(reading, name), at };
  return { name: name.text, at };
}

const isSecure = ({ decorators }: ParamStatement): boolean =>
  decorators.some(it => it.kind === 'call' && it.name.text === 'secure');
