//! One entry point, told from its first step to its last: who signs in, and who acts at every operation.

import type { Severity, Verdict } from './finding.ts';
import type { Confidence, Reach } from './model.ts';
import type { ReportedLink } from './report.ts';
import type { IdentityKind } from './sign-in.ts';
import type { Place } from './span.ts';

export interface Explanation {
  /** `path#job`; the path alone for what a person starts. */
  readonly id: string;
  /** "job `deploy`" */
  readonly title: string;
  readonly reach: Reach;
  readonly runner?: string;
  /** In the order in which they happen. */
  readonly events: readonly ExplainedEvent[];
  /** What was not seen, each with the reason, one clause. */
  readonly unseen: readonly Told[];
  readonly findings: readonly ExplainedFinding[];
}

/** One clause, lower case, without a full stop; `at` is where it is written. */
export interface Told {
  readonly message: string;
  readonly at?: Place;
}

export type ExplainedEvent = ExplainedSignIn | ExplainedOperation;

interface Happening {
  readonly at: Place;
  /** From the entry point to it. */
  readonly way: readonly ReportedLink[];
}

export interface ExplainedSignIn extends Happening {
  readonly kind: 'sign-in';
  /** What people call its form: "`az login`". */
  readonly title: string;
  readonly identity: IdentityKind;
  /** "a user with a password" */
  readonly who: string;
  readonly confidence: Confidence;
  /** What it takes the identity from, the sessions it opens, the variables it reads, why it is not known. */
  readonly details: readonly Told[];
  /** Of what it is by itself, where that is no workload's; whatever it goes on to do. */
  readonly verdict?: Verdict;
  /** False when no operation of the entry point acts as it. */
  readonly isUsed: boolean;
}

export interface ExplainedOperation extends Happening {
  readonly kind: 'operation';
  /** "`terraform apply` changes Azure Resource Manager" */
  readonly what: string;
  /** Everyone it may run as; nobody when nobody is signed in. */
  readonly actors: readonly ExplainedActor[];
}

export interface ExplainedActor {
  readonly identity: IdentityKind;
  readonly who: string;
  readonly confidence: Confidence;
  /** The sign-in that made it so, and the provider that takes its identity: places in `events`. */
  readonly signIn?: number;
  readonly through?: number;
  readonly verdict: Verdict;
  /** Why that is the verdict. */
  readonly because: string;
}

export interface ExplainedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: Place;
}
