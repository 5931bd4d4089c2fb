//! The whole repository, resolved: who may act at every operation.

import type { DirectoryChange } from './directory.ts';
import type { Operation } from './operation.ts';
import type { IdentityKind, SignIn } from './sign-in.ts';
import type { Link, Problem, Span } from './span.ts';
import type { Unknown } from './value.ts';

export interface Model {
  readonly entryPoints: readonly EntryPoint[];
  readonly signIns: readonly ResolvedSignIn[];
  readonly operations: readonly ResolvedOperation[];
  readonly directory: readonly ResolvedChange[];
  readonly problems: readonly Problem[];
  /** Paths of files that are here for other reasons than to run: nobody runs those but who develops them. */
  readonly asides: ReadonlySet<string>;
}

/** `manual`: nothing in the repository calls it. */
export type Reach = 'pipeline' | 'automation' | 'manual';

export type Confidence = 'certain' | 'likely' | 'possible';

export interface EntryPoint {
  /** `path#job`; the path alone for what a person starts. */
  readonly id: string;
  /** What a person calls it: "job `deploy`". */
  readonly title: string;
  readonly reach: Reach;
  /** The names of its runner, apart by commas, when they are known: `self-hosted,linux`. */
  readonly runner?: string;
  readonly at: Span;
}

/** One sign-in at one place, with everything that reaches it. */
export interface ResolvedSignIn {
  /** What people call its form: "`az login`". */
  readonly title: string;
  readonly signIn: SignIn;
  /** The strongest of its entry points'. */
  readonly reach: Reach;
  readonly entryPoints: readonly EntryPoint[];
  readonly confidence: Confidence;
  /** From the first entry point to the sign-in. */
  readonly chain: readonly Link[];
  /** Environment variables that it reads and that are set, by name: where each gets its value. */
  readonly settings: ReadonlyMap<string, Span>;
  /** Smaller than that of what runs later. */
  readonly order: number;
}

export interface ResolvedOperation {
  readonly operation: Operation;
  readonly entryPoint: EntryPoint;
  /** Everyone it may run as; empty only when no session was opened and none is ambient. */
  readonly actors: readonly Actor[];
  /** From the entry point to the operation. */
  readonly chain: readonly Link[];
  /** Variables that nothing here shows may be set there: a platform's, or those that an unread program wrote. */
  readonly isOpen: boolean;
  /** Smaller than that of what runs later. */
  readonly order: number;
}

export interface ResolvedChange {
  readonly change: DirectoryChange;
  /** The first that reaches it. */
  readonly entryPoint: EntryPoint;
  /** From the entry point to the change. */
  readonly chain: readonly Link[];
}

/** One answer to "who are you?". */
export interface Actor {
  readonly identity: IdentityKind;
  /** The sign-in that made it so; `undefined` for a session that was there before. */
  readonly signIn?: ResolvedSignIn;
  /** A provider or tool that took the identity of that sign-in. */
  readonly through?: ResolvedSignIn;
  readonly unknown?: Unknown;
  readonly confidence: Confidence;
}
