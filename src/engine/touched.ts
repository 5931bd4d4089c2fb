//! Findings of the lines that a change touches, when only those are to count.

import type { DismissedFinding, Report, ReportedFinding } from '../domain/report.ts';
import { recounted } from './recount.ts';

/** Whether a change touches one of the lines, first and last included; they are 1-based. */
export type IsTouched = (path: string, line: number, endLine: number) => boolean;

/** What stands on other lines is dismissed as untouched, unless something on the way there is touched. */
export function onlyTouched(report: Report, isTouched: IsTouched): Report {
  const counts = (finding: ReportedFinding): boolean =>
    [finding, ...finding.because].some(it => isTouched(it.path, it.line, it.endLine));
  const untouched = report.findings
    .filter(it => !counts(it))
    .map((it): DismissedFinding => ({ ...it, dismissal: { kind: 'untouched' } }));
  return recounted({
    ...report,
    findings: report.findings.filter(counts),
    dismissed: [...report.dismissed, ...untouched],
  });
}
