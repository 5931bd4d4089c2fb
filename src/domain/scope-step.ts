//! Steps that stand apart: of which something does not outlive them, or which another machine runs.

import type { Entry, Expression } from './expression.ts';
import type { Case, Matrix } from './matrix.ts';
import type { Span } from './span.ts';
import type { Step } from './step.ts';

/** Steps of which something does not outlive them. */
export interface ScopeStep {
  readonly kind: 'scope';
  /** `process`: variables, functions and the folder; `machine`: sign-ins too (a container); `job`: all but what it gives out. */
  readonly ends: 'process' | 'machine' | 'job';
  /** Sessions that begin and end with it, whoever was signed in to them before. */
  readonly sessions?: readonly string[];
  /** It runs once for each combination, every time on a machine of its own. */
  readonly each?: Matrix;
  /** It runs one way or another, depending on these. */
  readonly cases?: readonly Case[];
  readonly environment: readonly Entry[];
  /** Its values are worked out before any of them holds; else each sees those before it. */
  readonly isAtOnce?: true;
  /** The folder it runs in, when it says so: `working-directory`. */
  readonly folder?: Expression;
  /** It begins as the image of that name, without a variable of what is around it; `otherwise` runs where nothing here builds such a one. */
  readonly startsAs?: { readonly image: Expression; readonly otherwise: readonly Step[] };
  /** What is left of it is an image, of these names; it begins without a variable of what is around it, too. */
  readonly keptAs?: readonly Expression[];
  /** Objects of more variables: files that hold them. */
  readonly variables?: readonly Expression[];
  /** Only when the routine is run this way: a provisioner under `apply` and `destroy`; always when absent. */
  readonly onlyUnder?: readonly string[];
  /** The name other steps read its outputs by. */
  readonly id?: string;
  /** All that can be read of its outputs from outside, worked out when it ends; without this everything can. */
  readonly outputs?: readonly Entry[];
  /** What a chain of places calls it: "step `Deploy`". */
  readonly title?: string;
  readonly body: readonly Step[];
  readonly at: Span;
}

/** What another machine runs later, with nobody there: a deployment script, a runbook, an app. */
export interface DetachedStep {
  readonly kind: 'detached';
  /** Unique in its file: the resource's address or symbolic name. */
  readonly name: string;
  readonly body: readonly Step[];
  readonly at: Span;
}
