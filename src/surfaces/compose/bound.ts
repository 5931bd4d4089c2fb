//! Values that are worked out where a service is started, for words that stand inside of it.

import type { Entry, Expression } from '../../domain/expression.ts';

/** The same with variables in the places of its values; `entries` gets those variables. */
export function bound(expression: Expression, entries: Entry[]): Expression {
  if (expression.kind !== 'text') return variableFor(expression, entries);
  const { region } = expression;
  if (region.holes.length === 0) return expression;
  const holes = region.holes.map(it => ({
    ...it,
    expression: variableFor(it.expression, entries),
  }));
  return { ...expression, region: { ...region, holes } };
}

function variableFor(value: Expression, entries: Entry[]): Expression {
  const { at } = value;
  const name = `value at ${at.start}`;
  entries.push({ name, value, at });
  return { kind: 'reference', space: 'variable', name, at };
}
