//! The reports on several repositories as one, in which a path begins with the folder of its repository.

import type { Report, ReportedFinding, ReportedProblem } from '../domain/report.ts';
import { byPlace, bySeverity, byText } from '../engine/order.ts';
import { recounted } from '../engine/recount.ts';

export interface Part {
  /** Not empty, it ends with `/`. */
  readonly prefix: string;
  readonly report: Report;
}

/** `parts` is not empty. */
export function joined(parts: readonly Part[]): Report {
  const reports = parts.map(({ prefix, report }) =>
    prefix === '' ? report : placed(report, prefix),
  );
  const [first, ...rest] = reports;
  if (!first) throw new Error('a scan has a root');
  return rest.length === 0 ? first : rest.reduce(both, first);
}

function both(a: Report, b: Report): Report {
  const sum = (name: 'files' | 'scanned' | 'bytes'): number => a.summary[name] + b.summary[name];
  return recounted({
    ...a,
    signIns: [...a.signIns, ...b.signIns],
    operations: [
      ...a.operations,
      ...b.operations.map(it => ({
        ...it,
        signIn: it.signIn === null ? null : it.signIn + a.signIns.length,
      })),
    ],
    findings: [...a.findings, ...b.findings].sort(byWeight),
    dismissed: [...a.dismissed, ...b.dismissed].sort(byWeight),
    problems: [...a.problems, ...b.problems].sort(byLine),
    remarks: [...a.remarks, ...b.remarks].sort(byLine),
    summary: {
      ...b.summary,
      files: sum('files'),
      scanned: sum('scanned'),
      bytes: sum('bytes'),
    },
    sources: new Map([...a.sources, ...b.sources]),
    secrets: [...(a.secrets ?? []), ...(b.secrets ?? [])],
  });
}

const byLine = (a: ReportedProblem, b: ReportedProblem): number =>
  byText(a.path, b.path) || a.line - b.line;

const byWeight = (a: ReportedFinding, b: ReportedFinding): number =>
  bySeverity(a.severity, b.severity) || byPlace(a, b);

/** Fingerprints stay: a repository's findings are the same, whatever it is scanned with. */
function placed(report: Report, prefix: string): Report {
  const at = <T extends { readonly path: string }>(it: T) => ({ ...it, path: prefix + it.path });
  const found = <T extends ReportedFinding>(it: T) => ({
    ...at(it),
    because: it.because.map(at),
    entryPoints: it.entryPoints.map(id => prefix + id),
    fixes: it.fixes.map(fix => ({
      ...fix,
      edits: fix.edits.map(edit => ({ ...edit, at: at(edit.at) })),
    })),
  });
  return {
    ...report,
    signIns: report.signIns.map(it => ({
      ...at(it),
      entryPoints: it.entryPoints.map(id => prefix + id),
    })),
    operations: report.operations.map(it => ({ ...at(it), entryPoint: prefix + it.entryPoint })),
    findings: report.findings.map(found),
    dismissed: report.dismissed.map(it => ({
      ...found(it),
      dismissal: 'path' in it.dismissal ? at(it.dismissal) : it.dismissal,
    })),
    problems: report.problems.map(at),
    remarks: report.remarks.map(at),
    sources: new Map([...report.sources].map(([path, source]) => [prefix + path, at(source)])),
    secrets: (report.secrets ?? []).map(at),
  };
}
