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
