//! Findings that somebody accepts, with a reason: dismissed as long as that holds, and told when it is of no use any more.

import type {
  DismissedFinding,
  Report,
  ReportedFinding,
  ReportedProblem,
} from '../domain/report.ts';
import { recounted } from './recount.ts';

/** What somebody wrote: in a comment beside the finding, or in the settings. */
export interface Acceptance {
  readonly path: string;
  readonly line: number;
  /** What a person calls it: "this comment". */
  readonly name: string;
  readonly reason: string;
  /** The last day, `2027-05-31`; for good when absent. */
  readonly until: string | undefined;
  covers(finding: ReportedFinding): boolean;
}

/** `today` is a day as `2027-05-31`. An acceptance that has run out dismisses nothing. */
export function accept(report: Report, acceptances: readonly Acceptance[], today: string): Report {
  const isOver = ({ until }: Acceptance): boolean => until !== undefined && until < today;
  const inForce = acceptances.filter(it => !isOver(it));
  const used = new Set<Acceptance>();
  const findings: ReportedFinding[] = [];
  const dismissed: DismissedFinding[] = [];
  for (const finding of report.findings) {
    const by = inForce.filter(it => it.covers(finding));
    for (const acceptance of by) used.add(acceptance);
    const [first] = by;
    if (first) dismissed.push(dismissedBy(finding, first));
    else findings.push(finding);
  }
  const remarks = acceptances.flatMap(it => remarkOf(it, isOver(it), used.has(it), report));
  return recounted({
    ...report,
    findings,
    dismissed: [...report.dismissed, ...dismissed],
    remarks: [...report.remarks, ...remarks],
  });
}

const dismissedBy = (
  finding: ReportedFinding,
  { path, line, reason }: Acceptance,
): DismissedFinding => ({ ...finding, dismissal: { kind: 'accepted', path, line, reason } });

function remarkOf(
  acceptance: Acceptance,
  isOver: boolean,
  isUsed: boolean,
  { findings }: Report,
): readonly ReportedProblem[] {
  const { path, line, name, until } = acceptance;
  if (isOver && findings.some(it => acceptance.covers(it))) {
    return [{ path, line, message: `${name} accepted a finding until ${until}; it counts again` }];
  }
  return isUsed
    ? []
    : [{ path, line, message: `${name} accepts nothing that is found: take it out` }];
}
