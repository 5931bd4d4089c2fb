//! What `a || b` gives: the first of several values that is true.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { type Guard, whenOf } from './guards.ts';

export interface Option {
  readonly value: Expression;
  /** Whether it is this one, where those before are not. */
  readonly guard: Guard;
  /** A name, which is meant unless it is empty. */
  readonly isName: boolean;
}

/** A reference keeps the rest as what stands in for it; of other values any one may be it where nothing decides. */
export function firstTrue(options: readonly Option[], at: Span): Expression {
  const [first, ...others] = options;
  if (!first) return literal('', at);
  const { guard, isName } = first;
  if (others.length === 0) return first.value;
  const rest = firstTrue(others, at);
  const value = insteadOfNothing(first.value, rest, at);
  if (isName && value !== first.value) return value;
  if (guard !== 'sometimes')
    return { kind: 'choice', options: [value, rest], ...whenOf(guard), at };
  const isFlat = rest.kind === 'choice' && !rest.when;
  return { kind: 'choice', options: isFlat ? [value, ...rest.options] : [value, rest], at };
}

/** What is empty is no value that `||` gives. */
const insteadOfNothing = (value: Expression, rest: Expression, at: Span): Expression =>
  value.kind === 'reference' && !value.otherwise ? { ...value, otherwise: rest, at } : value;
