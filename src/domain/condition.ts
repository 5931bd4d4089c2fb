//! What decides a branch or a loop: texts, a pattern, how the command before went.

import type { Expression } from './expression.ts';

/** The first arm runs of which a pattern matches; none when none does. */
export interface Choice {
  readonly of: Expression;
  /** Of each arm; `*` is any text, `?` any character, a character after `\` itself. */
  readonly patterns: readonly (readonly string[])[];
}

export type Condition =
  /** Two texts that are to be equal, or to differ. */
  | {
      readonly kind: 'texts';
      readonly left: Expression;
      readonly right: Expression;
      readonly isEqual: boolean;
    }
  /** A text that is to begin with another, to end with it, or to have it anywhere. */
  | {
      readonly kind: 'part';
      readonly of: Expression;
      readonly part: Expression;
      readonly place: 'start' | 'end' | 'anywhere';
    }
  /** Whether the command before the branch went well. */
  | { readonly kind: 'outcome'; readonly isSuccess: boolean }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** Beside others that decide: whether this one holds cannot be told. */
  | { readonly kind: 'open' };

export function negated(condition: Condition | undefined): Condition | undefined {
  switch (condition?.kind) {
    case 'texts':
      return { ...condition, isEqual: !condition.isEqual };
    case 'outcome':
      return { ...condition, isSuccess: !condition.isSuccess };
    case 'not':
      return condition.of;
    case 'part':
    case 'all':
    case 'any':
      return { kind: 'not', of: condition };
    case 'open':
    case undefined:
      return condition;
  }
}
