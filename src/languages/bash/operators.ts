//! What an operator inside `${…}` makes of a parameter: `:-`, `:+`, `//`, `,,` and their like.

import type {
  ParameterDefaultOperation,
  ParameterExpansionPart,
  ParameterOperation,
  ParameterReplaceOperation,
  ParameterSliceOperation,
  Word,
} from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import { spanAt } from '../script-text/source.ts';
import type { Context } from './context.ts';
import { type Expansion, notEvaluated, one } from './expansions.ts';
import { fieldsOf } from './fields.ts';
import type { Manner } from './fragments.ts';
import { oneWordOf } from './words.ts';

export function changed(
  base: Expansion,
  part: ParameterExpansionPart,
  operation: ParameterOperation,
  manner: Manner,
  context: Context,
): Expansion {
  const { of } = base;
  switch (operation.type) {
    case 'Default':
      return withDefault(base, operation, manner, context);
    case 'Replace':
      return { ...base, of: replaced(of, part, operation, context) };
    case 'Slice':
      return { ...base, of: sliced(base, part, operation, context) };
    case 'CaseModification':
      return { ...base, of: inOtherCase(of, part, operation.operator, context) };
    case 'Remove':
    case 'Transform':
    case 'Names':
    case 'Unknown':
      return { ...base, of: unknown(part, context) };
  }
}

function unknown(part: ParameterExpansionPart, context: Context): Expression {
  const { source } = context;
  return notEvaluated(source.region.text.slice(part.pos, part.end), spanAt(source, part));
}

function withDefault(
  base: Expansion,
  operation: ParameterDefaultOperation,
  manner: Manner,
  context: Context,
): Expansion {
  switch (operation.operator) {
    case '-':
    case ':-':
    case '=':
    case ':=':
      return { ...base, of: otherwise(base, operandText(operation.operand, manner, context)) };
    case '+':
    case ':+':
      return alternative(base, operation.operand, manner, context);
    case '?':
    case ':?':
      return base;
  }
}

/** In double quotes the operand's own escapes are those of double quotes. */
const operandText = (operand: Word, manner: Manner, context: Context): Expression =>
  oneWordOf(operand, context, manner.quoting);

function otherwise({ of, isList }: Expansion, fallback: Expression): Expression {
  const { at } = of;
  if (isList) {
    return { kind: 'choice', options: [of, { kind: 'list', items: [fallback], at }], at };
  }
  if (of.kind === 'reference') return { ...of, otherwise: fallback };
  return { kind: 'call', name: 'coalesce', args: [of, fallback], at };
}

/** `${x:+--flag "$x"}`: the words of the operand, or nothing. */
function alternative(base: Expansion, operand: Word, manner: Manner, context: Context): Expansion {
  const { at } = base.of;
  const isSpread = manner.fields !== 'one' && ALL_ELEMENTS.test(operand.text);
  if (!isSpread && (manner.fields === 'one' || manner.quoting === 'double')) {
    const options = [operandText(operand, manner, context), literal('', at)];
    return one({ kind: 'choice', options, at });
  }
  const items = fieldsOf(operand, context);
  const [only] = items;
  // `${a[@]+"${a[@]}"}`: the elements, which are none when it is unset.
  if (isSpread && only?.kind === 'elements') return { of: only.of, isList: true, splits: false };
  const options: readonly Expression[] = [
    { kind: 'list', items, at },
    { kind: 'list', items: [], at },
  ];
  return { of: { kind: 'choice', options, at }, isList: true, splits: false };
}

const ALL_ELEMENTS = /^"(?:\$\{\w+\[@\]\}|\$@|\$\{@\})"$/;

/** Only `//` with a literal pattern: everywhere, and no wildcard. */
function replaced(
  of: Expression,
  part: ParameterExpansionPart,
  operation: ParameterReplaceOperation,
  context: Context,
): Expression {
  const pattern = literalOf(oneWordOf(operation.pattern, context));
  if (operation.operator !== '//' || pattern === undefined || /[*?[\]()]/.test(pattern)) {
    return unknown(part, context);
  }
  const at = spanAt(context.source, part);
  const args = [of, literal(pattern, at), oneWordOf(operation.replacement, context)];
  return { kind: 'call', name: 'replace', args, at };
}

/** `"${@:2}"` counts from the script's name, `"${a[@]:1}"` from the first element. */
function sliced(
  { of, isList }: Expansion,
  part: ParameterExpansionPart,
  operation: ParameterSliceOperation,
  context: Context,
): Expression {
  const from = Number(operation.offset.value.trim());
  if (!isList || !Number.isInteger(from) || from < 0 || operation.length) {
    return unknown(part, context);
  }
  const isArguments = of.kind === 'reference' && of.space === 'argument';
  return rest(of, Math.max(0, isArguments ? from - 1 : from));
}

/** A list without its first elements. */
export function rest(of: Expression, count: number): Expression {
  if (count === 0) return of;
  const { at } = of;
  return { kind: 'call', name: 'slice', args: [of, literal(String(count), at)], at };
}

function inOtherCase(
  of: Expression,
  part: ParameterExpansionPart,
  operator: '^' | '^^' | ',' | ',,',
  context: Context,
): Expression {
  if (operator !== ',,' && operator !== '^^') return unknown(part, context);
  const { at } = of;
  return { kind: 'call', name: operator === ',,' ? 'lower' : 'upper', args: [of], at };
}
