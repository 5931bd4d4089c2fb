//! What somebody wants mfa-ready to make of a repository.

import type { Severity } from '../../domain/finding.ts';
import type { Cloud } from '../../domain/operation.ts';
import type { IdentityKind } from '../../domain/sign-in.ts';

export interface Settings {
  /** Of their file, relative to the scanned root. */
  readonly path: string;
  readonly failOn: Severity | 'never' | undefined;
  /** The file with the list of known findings, relative to the scanned root. */
  readonly baseline: string | undefined;
  readonly rules: ReadonlyMap<string, Severity | 'off'>;
  readonly ignored: readonly Ignored[];
  readonly started: readonly StartedElsewhere[];
  readonly trusted: readonly Trusted[];
  readonly sovereign: readonly Sovereign[];
  readonly accepted: readonly Accepted[];
}

/** Paths whose findings do not count. */
export interface Ignored {
  readonly pattern: string;
  readonly line: number;
}

/** What runs with nobody there, though nothing in the repository shows it. */
export interface StartedElsewhere {
  readonly pattern: string;
  /** What starts it, as a chain of places says it. */
  readonly by: string;
  readonly reach: 'pipeline' | 'automation';
  readonly line: number;
}

/** Something of elsewhere that is known to be fine. */
export interface Trusted {
  /** Without its version. */
  readonly name: string;
  readonly signsInAs: IdentityKind | undefined;
  readonly line: number;
}

export interface Sovereign {
  readonly cloud: Cloud;
  /** Ids and domains, lower case. */
  readonly tenants: readonly string[];
  /** Names of users, lower case. */
  readonly accounts: readonly string[];
}

/** Findings of a rule that somebody accepts. */
export interface Accepted {
  readonly rule: string;
  readonly pattern: string;
  readonly reason: string;
  /** The last day, `2027-05-31`; for good when absent. */
  readonly until: string | undefined;
  readonly line: number;
}

export const NO_SETTINGS: Settings = {
  path: 'mfa-ready.yml',
  failOn: undefined,
  baseline: undefined,
  rules: new Map(),
  ignored: [],
  started: [],
  trusted: [],
  sovereign: [],
  accepted: [],
};
