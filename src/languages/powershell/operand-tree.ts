//! Values in a PowerShell text: strings, variables, hashtables, calls, with offsets in the text.

import type { Statement } from './tree.ts';

export interface Stretch {
  /** First code unit, 0-based. */
  readonly start: number;
  /** Code unit after the last one, exclusive. */
  readonly end: number;
}

export type Operand =
  | PsString
  | PsWord
  | PsVariable
  | PsGroup
  | PsHash
  | PsBlock
  | PsType
  | PsNumber
  | PsSplat
  | PsMember
  | PsIndex
  | PsInvocation;

export type PsPart =
  | ({ readonly kind: 'text' } & Stretch)
  | { readonly kind: 'value'; readonly operand: Operand };

/** `escapes`: how special characters are written in it. */
export interface PsString extends Stretch {
  readonly kind: 'string';
  readonly escapes: 'doubled-single' | 'backtick' | 'none';
  readonly parts: readonly PsPart[];
}

/** Bare, as in `az login --tenant=$tenant`; quoted stretches in it are operands. */
export interface PsWord extends Stretch {
  readonly kind: 'word';
  readonly parts: readonly PsPart[];
}

export interface PsVariable extends Stretch {
  readonly kind: 'variable';
  /** With its drive or scope: `env:PATH`, `script:x`. */
  readonly name: string;
}

export interface PsGroup extends Stretch {
  readonly kind: 'group';
  readonly opener: '(' | '$(' | '@(';
  readonly body: readonly Statement[];
}

export interface PsHash extends Stretch {
  readonly kind: 'hash';
  readonly entries: readonly PsEntry[];
}

export interface PsEntry extends Stretch {
  readonly key: Operand;
  readonly value: Statement | undefined;
}

export interface PsBlock extends Stretch {
  readonly kind: 'block';
  readonly body: readonly Statement[];
}

/** `[string]`, `[Parameter(Mandatory)]`. */
export interface PsType extends Stretch {
  readonly kind: 'type';
  readonly name: string;
}

export interface PsNumber extends Stretch {
  readonly kind: 'number';
}

export interface PsSplat extends Stretch {
  readonly kind: 'splat';
  readonly name: string;
}

export interface PsMember extends Stretch {
  readonly kind: 'member';
  readonly of: Operand;
  /** `''` when it is worked out. */
  readonly name: string;
  readonly isStatic: boolean;
}

export interface PsIndex extends Stretch {
  readonly kind: 'index';
  readonly of: Operand;
  readonly index: readonly Statement[];
}

export interface PsInvocation extends Stretch {
  readonly kind: 'invocation';
  readonly of: PsMember;
  readonly args: readonly Statement[];
}
