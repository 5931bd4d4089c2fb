//! The tree of an expression of an Azure Resource Manager template.

import type { Segment } from '../../domain/region.ts';

/** Offsets in the text that was parsed; `end` is exclusive. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export type ArmExpression = ArmString | ArmNumber | ArmCall | ArmMember | ArmIndex;

export interface ArmString extends Stretch {
  readonly kind: 'string';
  /** Decoded. */
  readonly text: string;
  /** `guest` counts in `text`, `host` in the text that was parsed. */
  readonly segments: readonly Segment[];
}

export interface ArmNumber extends Stretch {
  readonly kind: 'number';
  readonly text: string;
}

export interface ArmCall extends Stretch {
  readonly kind: 'call';
  /** As written, with its namespace: `contoso.uniqueName`. */
  readonly name: string;
  readonly args: readonly ArmExpression[];
}

/** `of.name` */
export interface ArmMember extends Stretch {
  readonly kind: 'member';
  readonly of: ArmExpression;
  readonly name: string;
}

/** `of[key]` */
export interface ArmIndex extends Stretch {
  readonly kind: 'index';
  readonly of: ArmExpression;
  readonly key: ArmExpression;
}

export interface ArmText {
  /** `undefined` when it could not be read. */
  readonly root: ArmExpression | undefined;
  readonly error?: ArmError;
}

export interface ArmError extends Stretch {
  /** Lower case, no full stop. */
  readonly message: string;
}
