//! Of the report on a repository, what somebody asked for: what stands in some of its paths, and what is reached from there.

import type { Report, ReportedFinding, Summary } from '../domain/report.ts';
import { recounted } from '../engine/recount.ts';

/** What was read of the paths that are shown. */
export type Read = Pick<Summary, 'files' | 'scanned' | 'bytes'>;

/** Whether a path of the report stands in one of `within`; `.` is all. */
export const isShown = (path: string, within: readonly string[]): boolean =>
  within.some(it => it === '.' || it === path || path.startsWith(`${it}/`));

/**
 * A finding is shown when its place, or any on the way to it, stands within: a workflow whose script signs in as a person
 * is not fine, though the sign-in stands elsewhere.
 */
export function shownOf(report: Report, within: readonly string[], read: Read): Report {
  const isHere = ({ path }: { readonly path: string }): boolean => isShown(path, within);
  const startsHere = (id: string): boolean =>
    isShown(id, within) || isShown(id.slice(0, Math.max(0, id.lastIndexOf('#'))), within);
  const leadsHere = (it: ReportedFinding): boolean => isHere(it) || it.because.some(isHere);
  const operations = report.operations.filter(it => isHere(it) || startsHere(it.entryPoint));
  const used = new Set(operations.map(it => it.signIn));
  const kept = report.signIns
    .map((signIn, index) => ({ signIn, index }))
    .filter(
      ({ signIn, index }) =>
        used.has(index) || isHere(signIn) || signIn.entryPoints.some(startsHere),
    );
  const indexes = new Map(kept.map(({ index }, place) => [index, place]));
  return recounted({
    ...report,
    signIns: kept.map(it => it.signIn),
    operations: operations.map(it => ({
      ...it,
      signIn: it.signIn === null ? null : (indexes.get(it.signIn) ?? null),
    })),
    findings: report.findings.filter(leadsHere),
    dismissed: report.dismissed.filter(leadsHere),
    problems: report.problems.filter(isHere),
    remarks: report.remarks.filter(isHere),
    summary: { ...report.summary, ...read },
  });
}
