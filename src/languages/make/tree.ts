//! What a Makefile says, as offsets in its text: assignments, rules with their recipes, files it takes in.

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The lines between `ifeq` and `endif`; `else ifeq` is a conditional inside the second arm. */
export interface Conditional {
  readonly condition: MakeCondition;
  readonly start: number;
}

export type MakeCondition =
  | {
      readonly kind: 'texts';
      readonly left: Stretch;
      readonly right: Stretch;
      readonly isEqual: boolean;
    }
  | { readonly kind: 'defined'; readonly name: Stretch; readonly isDefined: boolean }
  | { readonly kind: 'other' };

/** The arm of a conditional that something stands in. */
export interface Guard {
  readonly of: Conditional;
  readonly arm: 0 | 1;
}

interface Guarded extends Stretch {
  /** The outermost first. */
  readonly guards: readonly Guard[];
}

/** `shell` is `!=`. */
export type AssignOperator = '=' | ':=' | '?=' | '+=' | 'shell';

export interface MakeAssign extends Guarded {
  readonly kind: 'assign';
  readonly name: Stretch;
  readonly operator: AssignOperator;
  readonly value: Stretch;
  /** `define … endef`: lines of a recipe. */
  readonly isDefine: boolean;
}

export interface MakeRule extends Guarded {
  readonly kind: 'rule';
  readonly targets: Stretch;
  /** Those after `|` too. */
  readonly prerequisites: readonly Stretch[];
  readonly recipe: readonly RecipeLine[];
  /** `target: NAME = value`. */
  readonly variables: readonly MakeAssign[];
}

/** One line for the shell, with its continuations. */
export type RecipeLine = Guarded;

export interface MakeInclude extends Guarded {
  readonly kind: 'include';
  readonly files: Stretch;
}

export type MakeItem = MakeAssign | MakeRule | MakeInclude;
