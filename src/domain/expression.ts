//! What stands where a value is expected, in words that no platform owns; `resolve` evaluates it.

import type { Condition } from './condition.ts';
import type { Region } from './region.ts';
import type { Span } from './span.ts';
import type { Step } from './step.ts';
import type { Unknown } from './value.ts';

export type Expression =
  /** A string; the region's holes are the expressions inside it. */
  | { readonly kind: 'text'; readonly region: Region; readonly at: Span }
  | {
      readonly kind: 'reference';
      readonly space: Space;
      readonly name: string;
      readonly at: Span;
      /** Used when the name is unset or empty: `${x:-y}`. */
      readonly otherwise?: Expression;
    }
  /** Strings written one after the other. */
  | { readonly kind: 'join'; readonly parts: readonly Expression[]; readonly at: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly at: Span }
  | { readonly kind: 'object'; readonly entries: readonly Entry[]; readonly at: Span }
  /** One of these, by a condition that may not be told: `c ? a : b`, `a || b`. */
  | {
      readonly kind: 'choice';
      readonly options: readonly Expression[];
      /** Where it can be told what decides: the first when it holds, the second when it does not. */
      readonly when?: Condition;
      readonly at: Span;
    }
  /** `of.name`, `of["name"]`, `of[0]`; where the language does not tell upper from lower case, `isCaseless`. */
  | {
      readonly kind: 'member';
      readonly of: Expression;
      readonly name: string;
      readonly isCaseless?: true;
      readonly at: Span;
    }
  /** A function, by its neutral name (see `resolve/functions.ts`). */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly at: Span;
    }
  /** A list spread into words: `"${flags[@]}"`, `"$@"`. */
  | { readonly kind: 'elements'; readonly of: Expression; readonly at: Span }
  /** An unquoted expansion, which the shell splits at white space into any number of words. */
  | { readonly kind: 'split'; readonly of: Expression; readonly at: Span }
  /** What a command prints: `$(…)`. Its steps run in a process of their own. */
  | { readonly kind: 'output'; readonly of: readonly Step[]; readonly at: Span }
  | { readonly kind: 'unknown'; readonly why: Unknown; readonly at: Span };

export interface Entry {
  readonly name: string;
  readonly value: Expression;
  /** It has no name: what the object holds that is its value stands in its place. */
  readonly isSpread?: true;
  /** The name and the value. */
  readonly at: Span;
}

/** Which set of names a reference looks in. */
export type Space =
  /** The process environment and the variables of a script: `$x`, `env.X`. */
  | 'variable'
  /** Positional parameters of a script or function: `1`, `2`, … and `@`, the list of all. */
  | 'argument'
  /** Parameters of the routine that is running: `inputs.x`, `var.x`, Bicep's `param`. */
  | 'input'
  /** Names bound in the routine that is running: `local.x`, Bicep's `var`, `matrix.x`. */
  | 'local'
  /** What an earlier step, job or module gives: `steps.id.outputs.name` is `id.name`. */
  | 'output';
