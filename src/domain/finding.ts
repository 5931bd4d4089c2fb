//! A judgement about a place, and what would mend it.

import type { Confidence } from './model.ts';
import type { Link, Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'notice';

export type Verdict = 'breaks' | 'at-risk' | 'out-of-scope' | 'ready' | 'undecided';

export interface Finding {
  /** The folder's name. */
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  /** What is there and what will happen, in one sentence: lower case start, code in backticks, no full stop. */
  readonly message: string;
  readonly at: Span;
  /** From the entry point to the place. */
  readonly because: readonly Link[];
  readonly confidence: Confidence;
  readonly fixes: readonly Fix[];
  /** The same for the same finding after lines moved; `engine` fills it in. */
  readonly fingerprint: string;
}

export interface Fix {
  /** A verb phrase: "Replace the password with a federated credential". */
  readonly title: string;
  readonly applicability: 'safe' | 'review' | 'shown';
  readonly edits: readonly Edit[];
}

export interface Edit {
  readonly at: Span;
  readonly text: string;
}
