//! What makes one run of a job into several.

import type { Expression } from './expression.ts';

/** Combinations of values: lists by name, of which `include` adds to combinations or makes more, and `exclude` takes away. */
export interface Matrix {
  /** Names that begin with it are those of its values among the locals: `matrix.stage`. */
  readonly name: string;
  /** An object. */
  readonly of: Expression;
  /** The values that are read; combinations that differ in none of them are one. */
  readonly reads: readonly string[];
}

/** Something that conditions ask for and no step changes: of two that ask for the same text both hold, or none. */
export interface Case {
  /** What they read it by, among the locals, in lower case. */
  readonly name: string;
  readonly of: Expression;
  /** What they compare it with, in lower case. */
  readonly texts: readonly string[];
  /** Several of them ask for it. */
  readonly isShared: boolean;
}
