//! Rows of operands and operators to values: what joins, formats or lists strings; the rest is not worked out.
//! Source: https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_operator_precedence

import type { Expression } from '../../domain/expression.ts';
import { literal, literalOf } from '../../domain/literal.ts';
import { type Context, notEvaluated, placeOf } from './context.ts';
import type { Stretch } from './operand-tree.ts';
import type { PsItem } from './tree.ts';
import { operandValue } from './values.ts';

export type Items = readonly PsItem[];

export const isOperator = (item: PsItem | undefined, ...texts: readonly string[]): boolean =>
  item?.kind === 'operator' && texts.includes(item.text);

/** Without the types that something is cast to: `[string]$x`. */
export const withoutCasts = (items: Items): Items =>
  items.length > 1 && items[0]?.kind === 'operand' && items[0].operand.kind === 'type'
    ? withoutCasts(items.slice(1))
    : items;

export function stretchOf(items: Items): Stretch {
  const [first, last] = [items[0], items.at(-1)];
  const start = first ? placed(first).start : 0;
  return { start, end: last ? placed(last).end : start };
}

const placed = (item: PsItem): Stretch => (item.kind === 'operand' ? item.operand : item);

/** Loosest first; each is looked for from the right. */
const LEVELS: readonly (readonly string[])[] = [['??'], ['+'], ['-f']];

const OTHERS = /^(?:-(?!f$)\w+|-|\*|%|!|\.\.|\^)$/;

export function itemsValue(all: Items, context: Context): Expression {
  const items = withoutCasts(all);
  const [only, ...others] = items;
  if (!only) return literal('', context.source.region.at);
  if (others.length === 0) {
    return only.kind === 'operand' ? operandValue(only.operand, context) : unknown(items, context);
  }
  const chosen = ternary(items, context);
  if (chosen) return chosen;
  if (isOperator(only, ',')) return listOf([items.slice(1)], items, context);
  const isOther = items.some(it => it.kind === 'operator' && OTHERS.test(it.text));
  if (isOther) return joinedBy(items, context) ?? unknown(items, context);
  for (const level of LEVELS) {
    const index = items.findLastIndex(it => isOperator(it, ...level));
    if (index > 0) return binary(items, index, context);
  }
  const parts = splitAt(items, ',');
  return parts.length > 1 ? listOf(parts, items, context) : unknown(items, context);
}

const unknown = (items: Items, context: Context): Expression =>
  notEvaluated(context, stretchOf(items));

function ternary(items: Items, context: Context): Expression | undefined {
  const question = items.findIndex(it => isOperator(it, '?'));
  const colon = items.findLastIndex(it => isOperator(it, ':'));
  if (question < 1 || colon < question) return undefined;
  const options = [items.slice(question + 1, colon), items.slice(colon + 1)];
  const at = placeOf(context, stretchOf(items));
  return { kind: 'choice', options: options.map(it => itemsValue(it, context)), at };
}

function binary(items: Items, index: number, context: Context): Expression {
  const [left, right] = [items.slice(0, index), items.slice(index + 1)];
  const at = placeOf(context, stretchOf(items));
  const [one, other] = [itemsValue(left, context), itemsValue(right, context)];
  const sign = items[index];
  if (isOperator(sign, '??')) {
    return one.kind === 'reference'
      ? { ...one, otherwise: other }
      : { kind: 'choice', options: [one, other], at };
  }
  if (isOperator(sign, '-f')) return formatted(one, other, context, items);
  return added(one, other, at);
}

/** Lists and hashtables are joined as such; what may be a string counts as one. */
function added(one: Expression, other: Expression, at: Expression['at']): Expression {
  if (one.kind === 'object' || other.kind === 'object') {
    return { kind: 'call', name: 'with-entries', args: [one, other], at };
  }
  if (one.kind === 'list' || other.kind === 'list') {
    const items = [one, other].flatMap((it): readonly Expression[] =>
      it.kind === 'list' ? it.items : [{ kind: 'elements', of: it, at: it.at }],
    );
    return { kind: 'list', items, at };
  }
  return { kind: 'join', parts: [one, other], at };
}

/** `"{0}/{1}" -f $a, $b`. */
function formatted(
  pattern: Expression,
  given: Expression,
  context: Context,
  items: Items,
): Expression {
  const text = literalOf(pattern);
  const at = placeOf(context, stretchOf(items));
  if (text === undefined) return unknown(items, context);
  const values = given.kind === 'list' ? given.items : [given];
  const parts = text.split(/(\{\d+(?:[^{}]*)?\})/).flatMap((part): readonly Expression[] => {
    const slot = /^\{(\d+)\D*\}$/.exec(part)?.[1];
    if (slot === undefined) return part === '' ? [] : [literal(part, pattern.at)];
    return [values[Number(slot)] ?? literal('', at)];
  });
  return { kind: 'join', parts: parts.length === 0 ? [literal('', at)] : parts, at };
}

/** `$list -join ' '`. */
function joinedBy(items: Items, context: Context): Expression | undefined {
  const index = items.findLastIndex(it => isOperator(it, '-join'));
  const others = items.filter(it => it.kind === 'operator' && OTHERS.test(it.text));
  if (index < 1 || others.length > 1) return undefined;
  const at = placeOf(context, stretchOf(items));
  const list = itemsValue(items.slice(0, index), context);
  const separator = itemsValue(items.slice(index + 1), context);
  return { kind: 'call', name: 'join', args: [separator, list], at };
}

function listOf(parts: readonly Items[], all: Items, context: Context): Expression {
  const items = parts.filter(it => it.length > 0).map(it => itemsValue(it, context));
  return { kind: 'list', items, at: placeOf(context, stretchOf(all)) };
}

/** Arguments of a call, values of a list. */
export function splitAt(items: Items, sign: string): readonly Items[] {
  const parts: PsItem[][] = [[]];
  for (const item of items) {
    if (isOperator(item, sign)) parts.push([]);
    else parts.at(-1)?.push(item);
  }
  return parts;
}
