//! The findings as GitLab's report of security, for its list of vulnerabilities.
//! Source: https://gitlab.com/gitlab-org/security-products/security-report-schemas, `sast-report-format.json` 15.2

import type { Severity } from '../domain/finding.ts';
import type { Format, PrintOptions, Report, ReportedFinding } from '../domain/report.ts';
import { visible } from './visible.ts';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'High',
  warning: 'Medium',
  notice: 'Info',
};

export const gitlabSast: Format = {
  id: 'gitlab-sast',
  print: (report, options) => `${JSON.stringify(reportOf(report, options), null, 2)}\n`,
};

function reportOf({ tool, findings }: Report, { now = NEVER }: PrintOptions): object {
  const scanner = {
    id: tool.name,
    name: tool.name,
    version: tool.version,
    vendor: { name: tool.name },
  };
  const time = now.slice(0, NEVER.length);
  return {
    version: '15.2.1',
    scan: {
      type: 'sast',
      status: 'success',
      start_time: time,
      end_time: time,
      analyzer: scanner,
      scanner,
    },
    vulnerabilities: findings.map(vulnerabilityOf),
  };
}

/** In the form of the schema: without fractions and zone. */
const NEVER = '1970-01-01T00:00:00';

const vulnerabilityOf = (finding: ReportedFinding): object => ({
  id: uuidOf(finding.fingerprint),
  name: finding.rule,
  description: [finding.message, ...finding.fixes.map(it => it.title)].map(visible).join('\n\n'),
  severity: SEVERITIES[finding.severity],
  identifiers: [
    { type: 'mfa_ready', name: finding.rule, value: finding.rule, url: finding.helpUri },
  ],
  location: { file: finding.path, start_line: finding.line, end_line: finding.endLine },
});

/** The schema asks for a UUID: the fingerprint has as many digits. */
const uuidOf = (fingerprint: string): string =>
  fingerprint.padEnd(32, '0').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/s, '$1-$2-$3-$4-$5');
