//! What lets something run: the file, or a condition that a run decides.

import type { Condition } from '../../domain/condition.ts';

export type Guard = 'always' | 'never' | 'sometimes' | Condition;

export function negated(guard: Guard): Guard {
  if (guard === 'always') return 'never';
  if (guard === 'never') return 'always';
  if (guard === 'sometimes') return guard;
  if (guard.kind === 'texts') return { ...guard, isEqual: !guard.isEqual };
  return guard.kind === 'not' ? guard.of : { kind: 'not', of: guard };
}

export const allOf = (guards: readonly Guard[]): Guard =>
  together('all', guards, { neutral: 'always', decisive: 'never' });

export const anyOf = (guards: readonly Guard[]): Guard =>
  together('any', guards, { neutral: 'never', decisive: 'always' });

interface Sides {
  readonly neutral: Guard;
  /** One of these decides, whatever the others are. */
  readonly decisive: Guard;
}

function together(
  kind: 'all' | 'any',
  guards: readonly Guard[],
  { neutral, decisive }: Sides,
): Guard {
  if (guards.includes(decisive)) return decisive;
  const others = guards.filter(it => it !== neutral);
  const [only = neutral, ...more] = others;
  if (more.length === 0) return only;
  if (others.every(it => it === 'sometimes')) return 'sometimes';
  return { kind, of: others.map(it => (typeof it === 'string' ? OPEN : it)) };
}

const OPEN: Condition = { kind: 'open' };

/** What a branch says of it; nothing when nothing can be told. */
export const whenOf = (guard: Guard): { readonly when?: Condition } =>
  typeof guard === 'string' ? {} : { when: guard };
