//! What decides a branch or a loop: texts, a pattern, how the command before went.

import type { Expression } from './expression.ts';

/** The first arm runs of which a pattern matches; none when none does. */
export interface Choice {
  readonly of: Expression;
  /** Of each arm; `*` is any text, `?` any character. */
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
  /** Whether the command before the branch went well. */
  | { readonly kind: 'outcome'; readonly isSuccess: boolean };
