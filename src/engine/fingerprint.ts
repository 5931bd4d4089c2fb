//! A name for a finding that stays when lines move, so that a list of known findings keeps its meaning.

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
    const line = finding.line.trim().replace(/\s+/g, ' ');
    const entryPoints = [...new Set(finding.entryPoints)].sort();
    const identity = JSON.stringify([finding.rule, finding.path, entryPoints, line]);
    const count = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, count);
    const numbered = count === 1 ? identity : `${identity} ${count}`;
    return createHash('sha256').update(numbered).digest('hex').slice(0, HEX_DIGITS);
  });
}
