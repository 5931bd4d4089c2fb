//! Conditions that two texts decide, `$env:CI -eq 'true'`, or a switch, or whether somebody is signed in.

import { type Condition, negated } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { argumentItems, argumentValues, typeOf } from './accesses.ts';
import { type Context, placeOf, spelled } from './context.ts';
import type { Operand, PsInvocation } from './operand-tree.ts';
import { type Items, isOperator, itemsValue, stretchOf, withoutCasts } from './operators.ts';
import type { Statement } from './tree.ts';
import { TRUE, variableName } from './variables.ts';

/** `undefined` when something else decides. */
export function conditionOf(
  statements: readonly Statement[],
  context: Context,
): Condition | undefined {
  const [only, ...others] = statements;
  if (only?.kind !== 'pipeline' || others.length > 0 || only.next) return undefined;
  const [first, ...piped] = only.elements;
  if (first?.kind === 'command' && piped.length === 0) return { kind: 'outcome', isSuccess: true };
  if (first?.kind !== 'expression' || piped.length > 0) return undefined;
  return ofItems(withoutCasts(first.items), { ...context, runsValues: false });
}

function ofItems(items: Items, context: Context): Condition | undefined {
  const [first, ...rest] = items;
  if (!first) return undefined;
  if (isOperator(first, '!', '-not')) return negated(ofItems(rest, context));
  const sign = items.findIndex(it => it.kind === 'operator');
  if (sign < 0 && rest.length === 0) return ofOperand(items, context);
  const isEqual = isOperator(items[sign], '-eq', '-ieq');
  const isComparison = isEqual || isOperator(items[sign], '-ne', '-ine');
  if (isComparison && isNullTest(items, sign, context)) {
    return { kind: 'outcome', isSuccess: !isEqual };
  }
  if (isComparison && isStatusTest(items, sign, context))
    return { kind: 'outcome', isSuccess: isEqual };
  if (!isComparison || items.slice(sign + 1).some(it => it.kind === 'operator')) return undefined;
  const [left, right] = [items.slice(0, sign), items.slice(sign + 1)].map(it =>
    lowered(it, context),
  );
  return left && right ? { kind: 'texts', left, right, isEqual } : undefined;
}

/** `$null -eq (Get-AzContext)`. */
function isNullTest(items: Items, sign: number, context: Context): boolean {
  const sides = [items.slice(0, sign), items.slice(sign + 1)];
  return (
    sides.some(it => isNull(operandOf(it))) && sides.some(it => isAnswer(operandOf(it), context))
  );
}

/** `$LASTEXITCODE -eq 0`. */
function isStatusTest(items: Items, sign: number, context: Context): boolean {
  const sides = [operandOf(items.slice(0, sign)), operandOf(items.slice(sign + 1))];
  const isZero = (it: Operand | undefined): boolean =>
    it?.kind === 'number' && spelled(context, it) === '0';
  return sides.some(it => isNamed(it, 'lastexitcode')) && sides.some(isZero);
}

const isNamed = (operand: Operand | undefined, name: string): boolean =>
  operand?.kind === 'variable' && operand.name.toLowerCase() === name;

function operandOf(items: Items): Operand | undefined {
  const [only, ...others] = items;
  return only?.kind === 'operand' && others.length === 0 ? only.operand : undefined;
}

const isNull = (operand: Operand | undefined): boolean => isNamed(operand, 'null');

/** What the command before the branch put out, or a part of it. */
function isAnswer(operand: Operand | undefined, context: Context): boolean {
  if (operand?.kind === 'member') return isAnswer(operand.of, context);
  if (operand?.kind === 'variable') return variableName(operand.name) === context.asked;
  if (operand?.kind !== 'group') return false;
  const [only, ...others] = operand.body;
  const elements = only?.kind === 'pipeline' && others.length === 0 ? only.elements : [];
  return elements.length === 1 && elements[0]?.kind === 'command';
}

/** PowerShell compares without regard to case. */
const lowered = (items: Items, context: Context): Expression => ({
  kind: 'call',
  name: 'lower',
  args: [itemsValue(items, context)],
  at: placeOf(context, stretchOf(items)),
});

function ofOperand(items: Items, context: Context): Condition | undefined {
  const [item] = items;
  if (item?.kind !== 'operand') return undefined;
  const { operand } = item;
  if (isAnswer(operand, context) || isNamed(operand, '?')) {
    return { kind: 'outcome', isSuccess: true };
  }
  if (operand.kind === 'group') return conditionOf(operand.body, context);
  if (operand.kind === 'invocation') return ofCall(operand, context);
  if (operand.kind !== 'variable' && operand.kind !== 'member') return undefined;
  const at = placeOf(context, operand);
  const args = [itemsValue(items, context)];
  const left: Expression = { kind: 'call', name: 'truth', args, at };
  return { kind: 'texts', left, right: literal(TRUE, at), isEqual: true };
}

/** `[string]::IsNullOrEmpty($x)`. */
function ofCall(call: PsInvocation, context: Context): Condition | undefined {
  const isTest =
    typeOf(call.of.of) === 'string' && /^isnullor(?:empty|whitespace)$/i.test(call.of.name);
  const [left] = argumentValues(call.args, context);
  const [items] = argumentItems(call.args);
  const at = placeOf(context, call);
  if (isTest && items && isAnswer(operandOf(items), context)) {
    return { kind: 'outcome', isSuccess: false };
  }
  return isTest && left
    ? { kind: 'texts', left, right: literal('', at), isEqual: true }
    : undefined;
}
