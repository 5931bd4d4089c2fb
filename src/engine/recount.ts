//! The counts of a report whose lists were changed.

import type { Report } from '../domain/report.ts';

/** With the counts of its sign-ins and findings. */
export function recounted(report: Report): Report {
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
