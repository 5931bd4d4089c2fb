//! Of the report on a repository, what somebody asked for: what stands in some of its paths, and what is reached from there.

import type { Report, ReportedFinding, Summary } from '../domain/report.ts';

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
  return counted({
    ...report,
    signIns: kept.map(it => it.signIn),
    operations: operations.map(it => ({
      ...it,
      signIn: it.signIn === null ? null : (indexes.get(it.signIn) ?? null),
    })),
    findings: report.findings.filter(leadsHere),
    dismissed: report.dismissed.filter(leadsHere),
    problems: report.problems.filter(isHere),
    summary: { ...report.summary, ...read },
  });
}

/** With the counts of its sign-ins and findings. */
export function counted(report: Report): Report {
  const { signIns, findings, summary } = report;
  return {
    ...report,
    summary: {
      ...summary,
      signIns: countsOf(signIns.map(it => it.identity).sort()),
      findings: { error: 0, warning: 0, notice: 0, ...countsOf(findings.map(it => it.severity)) },
    },
  };
}

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return Object.fromEntries(counts);
}
