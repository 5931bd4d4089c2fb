//! The contract of a rule.

import type { Finding } from './finding.ts';
import type { Model } from './model.ts';

export interface Rule {
  /** The folder's name; names the smell. */
  readonly id: string;
  /** One sentence: what it reports. */
  readonly summary: string;
  check(model: Model): Iterable<DraftFinding>;
}

export type DraftFinding = Omit<Finding, 'rule' | 'fingerprint'>;
