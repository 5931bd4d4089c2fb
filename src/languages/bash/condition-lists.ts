//! What several conditions decide together: `[[ a && b ]]`, `[ a ] && [ b ]`, `[ a ] || [ b ] || c`.

import type { Condition } from '../../domain/condition.ts';

export type Operator = '&&' | '||';

/** `undefined` where none of them can be told. */
export function together(
  operator: Operator,
  conditions: readonly (Condition | undefined)[],
): Condition | undefined {
  const [only, ...others] = conditions;
  if (others.length === 0) return only;
  const of = conditions.map(it => (it ? apart(it) : OPEN));
  if (of.every(it => it.kind === 'open')) return undefined;
  return { kind: operator === '&&' ? 'all' : 'any', of };
}

/** The operators bind alike, from the left; each stands between two of the conditions. */
export function chainCondition(
  conditions: readonly (Condition | undefined)[],
  operators: readonly Operator[],
): Condition | undefined {
  const [first, ...others] = conditions;
  let found = first;
  for (const [index, condition] of others.entries()) {
    found = together(operators[index] ?? '&&', [found, condition]);
  }
  return found;
}

const OPEN: Condition = { kind: 'open' };

/** How a command went is known only right after it. */
const apart = (condition: Condition): Condition =>
  condition.kind === 'outcome' ? OPEN : condition;
