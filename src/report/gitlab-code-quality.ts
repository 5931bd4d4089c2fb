//! The findings as GitLab's report of code quality, which merge requests show.
//! Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format

import type { Severity } from '../domain/finding.ts';
import type { Format, ReportedFinding } from '../domain/report.ts';
import { visible } from './visible.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  notice: 'info',
};

export const gitlabCodeQuality: Format = {
  id: 'gitlab-code-quality',
  print: report => `${JSON.stringify(report.findings.map(issueOf), null, 2)}\n`,
};

/** GitLab shows those of one fingerprint once: ours are numbered. */
const issueOf = (finding: ReportedFinding): object => ({
  description: visible(finding.message),
  check_name: finding.rule,
  fingerprint: finding.fingerprint,
  severity: SEVERITIES[finding.severity],
  location: { path: finding.path, lines: { begin: finding.line, end: finding.endLine } },
});
