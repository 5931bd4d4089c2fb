//! What the settings make of a report: other severities, paths that do not count, findings that are accepted.

import picomatch from 'picomatch';
import type { DismissedFinding, Report, ReportedFinding } from '../../domain/report.ts';
import { type Acceptance, accept } from '../accept.ts';
import { byPlace, bySeverity } from '../order.ts';
import { recounted } from '../recount.ts';
import type { Settings, StartedElsewhere } from './settings.ts';

/** `today` is a day as `2027-05-31`. */
export function applySettings(report: Report, settings: Settings, today: string): Report {
  const judged = withSeverities(report, settings);
  const counted = withoutIgnored(judged, settings);
  return accept(counted, acceptancesOf(settings), today);
}

function withSeverities(report: Report, { rules }: Settings): Report {
  const findings = report.findings.flatMap(finding => {
    const severity = rules.get(finding.rule) ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
  return recounted({ ...report, findings: findings.sort(byWeight) });
}

const byWeight = (a: ReportedFinding, b: ReportedFinding): number =>
  bySeverity(a.severity, b.severity) || byPlace(a, b);

/** Nobody needs to tidy up a folder without findings: unused ones are no remark. */
function withoutIgnored(report: Report, { path, ignored }: Settings): Report {
  const patterns = ignored.map(it => ({ ...it, isMatch: matcherOf(it.pattern) }));
  const dismissed: DismissedFinding[] = [];
  const findings = report.findings.filter(finding => {
    const by = patterns.find(it => it.isMatch(finding.path));
    if (!by) return true;
    const reason = `\`${by.pattern}\` is ignored`;
    dismissed.push({ ...finding, dismissal: { kind: 'accepted', path, line: by.line, reason } });
    return false;
  });
  return recounted({ ...report, findings, dismissed: [...report.dismissed, ...dismissed] });
}

const acceptancesOf = ({ path, accepted }: Settings): readonly Acceptance[] =>
  accepted.map(({ rule, pattern, reason, until, line }) => {
    const isMatch = matcherOf(pattern);
    return {
      path,
      line,
      name: 'this entry',
      reason,
      until,
      covers: it => it.rule === rule && isMatch(it.path),
    };
  });

/** What starts a routine of this path, though nothing in the repository does. */
export function starterIn({ started }: Settings): (path: string) => StartedElsewhere | undefined {
  const all = started.map(it => ({ starter: it, isMatch: matcherOf(it.pattern) }));
  return path => all.find(it => it.isMatch(path))?.starter;
}

/** A folder is everything in it. */
export function matcherOf(pattern: string): (path: string) => boolean {
  const trimmed = pattern.replace(/^\.\//, '').replace(/\/$/, '');
  return picomatch([trimmed, `${trimmed}/**`], { dot: true });
}
