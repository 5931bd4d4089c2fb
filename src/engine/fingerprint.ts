//! Names for a finding that stay when lines or files move, so that a list of known findings keeps its meaning.

import { createHash } from 'node:crypto';

/** What stays the same about a finding. */
export interface Identified {
  readonly rule: string;
  readonly path: string;
  /** Ids of the entry points that reach it. */
  readonly entryPoints: readonly string[];
  /** The line it stands on, without secrets. */
  readonly line: string;
}

const HEX_DIGITS = 32;

/** One for each, in order; of those that are alike in everything, the second and later are numbered. */
export function fingerprintsOf(findings: readonly Identified[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(finding => {
    const entryPoints = [...new Set(finding.entryPoints)].sort();
    const identity = JSON.stringify([
      finding.rule,
      finding.path,
      entryPoints,
      withoutBlanks(finding.line),
    ]);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    const numbered = count === 1 ? identity : `${identity} ${count}`;
    return hashOf(numbered);
  });
}

/** Wherever it stands, and whatever starts it. `text` is what it is about, without secrets. */
export const keyOf = (rule: string, text: string): string =>
  hashOf(JSON.stringify([rule, withoutBlanks(text)]));

const withoutBlanks = (line: string): string => line.trim().replace(/\s+/g, ' ');

const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, HEX_DIGITS);
