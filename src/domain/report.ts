//! Everything a run has to say, ready to be printed: the only thing that reporters see.

import type { Fix, Severity, Verdict } from './finding.ts';
import type { Confidence, Reach } from './model.ts';
import type { Audience, Cloud, Effect } from './operation.ts';
import type { IdentityKind } from './sign-in.ts';
import type { SourceFile } from './source-file.ts';
import type { Place, Span } from './span.ts';

export interface Report {
  readonly tool: { readonly name: string; readonly version: string };
  readonly signIns: readonly ReportedSignIn[];
  readonly operations: readonly ReportedOperation[];
  /** Those that count: worst first. */
  readonly findings: readonly ReportedFinding[];
  /** Those that do not, in the same order. */
  readonly dismissed: readonly DismissedFinding[];
  readonly problems: readonly ReportedProblem[];
  /** What somebody who tends the list of known findings or the accepted ones would tidy up. */
  readonly remarks: readonly ReportedProblem[];
  readonly rules: readonly ReportedRule[];
  readonly summary: Summary;
  /** The files that findings point at, for code frames. */
  readonly sources: ReadonlyMap<string, SourceFile>;
  /** Where secrets stand in the sources (`SignIn.secretAt`): code frames mask them. */
  readonly secrets?: readonly Span[];
}

export interface ReportedSignIn extends Place {
  readonly form: string;
  readonly identity: IdentityKind;
  readonly audience: Audience;
  readonly cloud: Cloud;
  readonly reach: Reach;
  /** `path#job`. */
  readonly entryPoints: readonly string[];
  readonly confidence: Confidence;
  /** Why the identity is unknown, in words. */
  readonly unknown?: string;
}

export interface ReportedOperation extends Place {
  readonly tool: string;
  readonly effect: Effect;
  readonly audience: Audience;
  readonly identity: IdentityKind;
  /** Index into `signIns`; `null` when nothing in the repository signs in. */
  readonly signIn: number | null;
  readonly entryPoint: string;
}

export interface ReportedFinding extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly verdict: Verdict;
  readonly confidence: Confidence;
  readonly message: string;
  readonly because: readonly ReportedLink[];
  /** `path#job`, in order: what starts the pipelines that reach it. */
  readonly entryPoints: readonly string[];
  readonly fixes: readonly Fix[];
  readonly fingerprint: string;
  /** What stays when its file moves, too: several findings of a repository may share it. */
  readonly key: string;
  readonly helpUri: string;
}

export interface DismissedFinding extends ReportedFinding {
  readonly dismissal: Dismissal;
}

/** Why a finding does not count. */
export type Dismissal =
  /** Somebody accepts it, with a reason: in a comment or in the configuration. */
  | {
      readonly kind: 'accepted';
      readonly path: string;
      readonly line: number;
      readonly reason: string;
    }
  /** It is in the list of known findings. */
  | { readonly kind: 'known' }
  /** The commit that this one is compared with has it, too. */
  | { readonly kind: 'unchanged' }
  /** It stands, and everything that leads to it, on lines that the change does not touch. */
  | { readonly kind: 'untouched' };

export interface ReportedLink extends Place {
  readonly message: string;
}

export interface ReportedProblem {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export interface ReportedRule {
  readonly id: string;
  readonly summary: string;
  readonly helpUri: string;
  /** Its README, in Markdown. */
  readonly help?: string;
}

export interface Summary {
  /** Files below the scanned root. */
  readonly files: number;
  /** Bytes of the files that were read. */
  readonly bytes: number;
  /** Files that a surface read. */
  readonly scanned: number;
  /** Counts by identity. */
  readonly signIns: Readonly<Record<string, number>>;
  /** Counts by severity. */
  readonly findings: Readonly<Record<string, number>>;
  readonly durationMs: number;
}

/** A way to print a report. */
export interface Format {
  /** The file's name: what `--format` says. */
  readonly id: string;
  print(report: Report, options: PrintOptions): string;
}

export interface PrintOptions {
  readonly color: boolean;
  /** `2027-05-31T06:00:00.000Z`, for formats that carry the time. */
  readonly now?: string;
}
