//! Two scans of one repository: what the later brings, and what was there before.

import type { DismissedFinding, Report, ReportedFinding } from '../domain/report.ts';
import { pairs, type Question } from './matching.ts';
import { bySeverity } from './order.ts';
import { recounted } from './recount.ts';

/**
 * Findings that the base has, too, are dismissed as unchanged: also those whose code moved, and those of files that were
 * renamed. Not so what got worse, and what more pipelines reach than before. `renames` leads from paths of the base to
 * paths of now.
 */
export function againstBase(
  report: Report,
  base: Report,
  renames: ReadonlyMap<string, string> = new Map(),
): Report {
  const before = [...base.findings, ...base.dismissed].map(it => renamed(it, renames));
  const known = pairs(report.findings, before, QUESTIONS);
  const isKnown = (it: ReportedFinding): boolean => known.has(it);
  const unchanged = report.findings
    .filter(isKnown)
    .map((it): DismissedFinding => ({ ...it, dismissal: { kind: 'unchanged' } }));
  return recounted({
    ...report,
    findings: report.findings.filter(it => !isKnown(it)),
    dismissed: [...report.dismissed, ...unchanged],
  });
}

type Same = Question<ReportedFinding, ReportedFinding>;

/** One that moved to another place of its file is likelier the same than one in another file. */
const QUESTIONS: readonly Same[] = [
  question(it => JSON.stringify([it.fingerprint, it.path])),
  question(it => JSON.stringify([it.key, it.path])),
  question(it => it.key),
];

function question(name: (it: ReportedFinding) => string): Same {
  return { leftName: name, rightName: name, isSame: isNoWorse };
}

function isNoWorse(now: ReportedFinding, before: ReportedFinding): boolean {
  const starts = new Set(startsOf(before));
  return (
    bySeverity(now.severity, before.severity) >= 0 && startsOf(now).every(it => starts.has(it))
  );
}

/** What nothing calls starts where it stands: that is no other start when it moves. */
const startsOf = ({ entryPoints, path }: ReportedFinding): readonly string[] =>
  entryPoints.map(it => (it === path ? '' : it));

function renamed(finding: ReportedFinding, renames: ReadonlyMap<string, string>): ReportedFinding {
  const pathNow = (path: string): string => renames.get(path) ?? path;
  return {
    ...finding,
    path: pathNow(finding.path),
    entryPoints: finding.entryPoints.map(id => {
      const [path = '', ...job] = id.split(/(?=#)/);
      return pathNow(path) + job.join('');
    }),
  };
}
