//! The tree of an HCL text: bodies of arguments and blocks, and the expressions that stand as their values.

import type { Segment } from '../../domain/region.ts';

/** Offsets in the text that was parsed; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface HclBody extends Stretch {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

export interface HclAttribute extends Stretch {
  readonly name: string;
  readonly nameEnd: number;
  readonly value: HclExpression;
}

export interface HclBlock extends Stretch {
  readonly type: string;
  readonly labels: readonly HclLabel[];
  /** After the last label: `start` to `headEnd` is `provider "azurerm"`. */
  readonly headEnd: number;
  readonly body: HclBody;
}

export interface HclLabel extends Stretch {
  readonly value: string;
}

/**
 * Trees are at most some ten nodes deep for each bracket of the text, and brackets nest at most 200 deep:
 * chains of operators and of accesses are flat, so that readers may recurse.
 */
export type HclExpression =
  | HclTemplate
  | HclNumber
  | HclBoolean
  | HclNull
  | HclVariable
  | HclCall
  | HclAccess
  | HclList
  | HclObject
  | HclFor
  | HclConditional
  | HclOperation
  | HclUnary
  | HclParentheses
  | HclMissing;

/** A quoted string or a heredoc. */
export interface HclTemplate extends Stretch {
  readonly kind: 'template';
  /** Decoded; interpolations stand in it verbatim, as holes, and directives (`%{ if … }`) not at all. */
  readonly text: string;
  /** `guest` counts in `text`, `host` in the text that was parsed. */
  readonly segments: readonly Segment[];
  readonly holes: readonly HclHole[];
  readonly directives: readonly HclDirective[];
}

/** `${ … }`; offsets count in the template's decoded text. */
export interface HclHole extends Stretch {
  readonly expression: HclExpression;
}

/** `%{ if … }`, `%{ endfor }`. */
export interface HclDirective extends Stretch {
  readonly keyword: string;
}

export interface HclNumber extends Stretch {
  readonly kind: 'number';
  readonly text: string;
}

export interface HclBoolean extends Stretch {
  readonly kind: 'boolean';
  readonly value: boolean;
}

export interface HclNull extends Stretch {
  readonly kind: 'null';
}

export interface HclVariable extends Stretch {
  readonly kind: 'variable';
  readonly name: string;
}

export interface HclCall extends Stretch {
  readonly kind: 'call';
  /** With its namespaces: `provider::azapi::build_resource_id`. */
  readonly name: string;
  readonly args: readonly HclExpression[];
  /** `f(list...)`. */
  readonly expandsLast: boolean;
}

/** `of.name[key].*`, all steps of it. */
export interface HclAccess extends Stretch {
  readonly kind: 'access';
  readonly of: HclExpression;
  readonly steps: readonly HclAccessStep[];
}

export type HclAccessStep =
  | ({ readonly kind: 'attribute'; readonly name: string } & Stretch)
  | ({ readonly kind: 'index'; readonly key: HclExpression } & Stretch)
  | ({ readonly kind: 'splat' } & Stretch);

export interface HclList extends Stretch {
  readonly kind: 'list';
  readonly items: readonly HclExpression[];
}

export interface HclObject extends Stretch {
  readonly kind: 'object';
  readonly entries: readonly HclEntry[];
}

export interface HclEntry extends Stretch {
  /** A `variable` stands for its own name. */
  readonly key: HclExpression;
  readonly value: HclExpression;
}

export interface HclFor extends Stretch {
  readonly kind: 'for';
  readonly isObject: boolean;
  readonly names: readonly string[];
  readonly collection: HclExpression;
  readonly key: HclExpression | undefined;
  readonly value: HclExpression;
  readonly condition: HclExpression | undefined;
}

export interface HclConditional extends Stretch {
  readonly kind: 'conditional';
  readonly condition: HclExpression;
  readonly then: HclExpression;
  readonly otherwise: HclExpression;
}

/** Operators of one precedence, from left to right: one operand more than operators. */
export interface HclOperation extends Stretch {
  readonly kind: 'operation';
  readonly operators: readonly string[];
  readonly operands: readonly HclExpression[];
}

export interface HclUnary extends Stretch {
  readonly kind: 'unary';
  /** As written: `-`, `!`, `!!`. */
  readonly operators: string;
  readonly operand: HclExpression;
}

export interface HclParentheses extends Stretch {
  readonly kind: 'parentheses';
  readonly of: HclExpression;
}

/** Where an expression should stand and none could be read. */
export interface HclMissing extends Stretch {
  readonly kind: 'missing';
}

export interface HclError extends Stretch {
  /** Lower case, no full stop. */
  readonly message: string;
}
