//! `$x = …`, `$env:X = …`, `$p.Tenant = …`, `$p.Add('Identity', $true)`.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { AssignStep, Step } from '../../domain/step.ts';
import { argumentItems, argumentValues, typeOf } from './accesses.ts';
import { codeDefinition, codeOf } from './blocks.ts';
import { type Context, notEvaluated, placeOf, reference } from './context.ts';
import { connectionStep } from './objects.ts';
import type { Operand, PsInvocation, PsVariable } from './operand-tree.ts';
import { isOperator, withoutCasts } from './operators.ts';
import { statementSteps } from './statements.ts';
import type { PsAssignment } from './tree.ts';
import { statementValue } from './values.ts';
import { isOwn, variableName } from './variables.ts';

export function assignmentSteps(assignment: PsAssignment, context: Context): readonly Step[] {
  const { target, value } = assignment;
  const items = withoutCasts(target);
  const code = codeOf(value);
  const [first, ...others] = items;
  const variable = first?.kind === 'operand' ? first.operand : undefined;
  if (code && variable?.kind === 'variable') return [codeDefinition(variable, code, context)];
  const before = value ? statementSteps(value, context) : [];
  const known = statementValue(value, { ...context, runsValues: false });
  if (variable && others.length === 0) {
    return [...before, ...assignedTo(variable, assignment, known, context)];
  }
  // `$a, $b = …`: which of them gets what is not followed.
  const each = items.flatMap(it =>
    isOperator(it, ',') || it.kind !== 'operand' ? [] : [it.operand],
  );
  const unknown = notEvaluated(context, assignment);
  return [
    ...before,
    ...each.flatMap(it => assignedTo(it, { ...assignment, operator: '=' }, unknown, context)),
  ];
}

function assignedTo(
  target: Operand,
  { operator }: PsAssignment,
  value: Expression,
  context: Context,
): readonly Step[] {
  if (target.kind === 'variable') return [toVariable(target, operator, value, context)];
  if (target.kind !== 'member' && target.kind !== 'index') return [];
  const { of } = target;
  if (of.kind !== 'variable') return [];
  const key =
    target.kind === 'member' ? target.name : literalOf(statementValue(target.index[0], context));
  const at = placeOf(context, target);
  const name = variableName(of.name);
  if (!key || operator !== '=') return [set(of, notEvaluated(context, target), at, context)];
  const step = set(of, withEntry(name, key, value, at), at, context);
  return [...connectionStep(key, value, at, context), step];
}

function toVariable(
  variable: PsVariable,
  operator: string,
  value: Expression,
  context: Context,
): Step {
  const at = { ...placeOf(context, variable) };
  const name = variableName(variable.name);
  const { lists } = context.notes;
  if (operator === '=' && value.kind === 'list') lists.add(name);
  switch (operator) {
    case '=':
      return set(variable, value, at, context);
    case '??=':
      return set(variable, { ...reference('variable', name, at), otherwise: value }, at, context);
    case '+=':
      return appended(variable, name, value, context);
    default:
      return set(variable, notEvaluated(context, variable), at, context);
  }
}

function appended(variable: PsVariable, name: string, value: Expression, context: Context): Step {
  const at = placeOf(context, variable);
  if (value.kind === 'object') {
    const args = [reference('variable', name, at), value];
    return set(variable, { kind: 'call', name: 'with-entries', args, at }, at, context);
  }
  const isList = context.notes.lists.has(name) && value.kind !== 'list';
  const item: Expression =
    value.kind === 'text' ? value : { kind: 'elements', of: value, at: value.at };
  const added: Expression = isList ? { kind: 'list', items: [item], at: value.at } : value;
  return { ...set(variable, added, at, context), appends: true };
}

const withEntry = (name: string, key: string, value: Expression, at: Span): Expression => ({
  kind: 'call',
  name: 'with-entries',
  args: [
    reference('variable', name, at),
    { kind: 'object', entries: [{ name: key.toLowerCase(), value, at }], at },
  ],
  at,
});

function set(variable: PsVariable, value: Expression, at: Span, context: Context): AssignStep {
  const isLocal = context.isInFunction && isOwn(variable.name);
  return assigned(variableName(variable.name), value, at, { isLocal });
}

/** What a method changes of the variable it is called on; `undefined` for those that change nothing. */
export function mutationSteps(call: PsInvocation, context: Context): readonly Step[] | undefined {
  const at = placeOf(context, call);
  const method = call.of.name.toLowerCase();
  const values = argumentValues(call.args, { ...context, runsValues: false });
  const [first, second] = values;
  if (call.of.isStatic) {
    const isSet = typeOf(call.of.of) === 'environment' && method === 'setenvironmentvariable';
    const name = first && literalOf(first);
    if (!isSet || name === undefined || !second) return undefined;
    return [assigned(name, second, at)];
  }
  const variable = call.of.of;
  if (variable.kind !== 'variable') return undefined;
  const name = variableName(variable.name);
  if (method === 'add' && first && second) {
    const key = literalOf(first);
    const value =
      key === undefined ? notEvaluated(context, call) : withEntry(name, key, second, at);
    return [set(variable, value, at, context)];
  }
  if (
    (method === 'add' || method === 'addrange') &&
    first &&
    argumentItems(call.args).length === 1
  ) {
    context.notes.lists.add(name);
    return [appended(variable, name, first, context)];
  }
  const isChange = /^(?:remove|clear|insert|addrange|add|set_item)$/.test(method);
  return isChange ? [set(variable, notEvaluated(context, call), at, context)] : undefined;
}
