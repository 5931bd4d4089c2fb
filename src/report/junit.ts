//! The findings as tests that failed, in the XML of JUnit, which most CI systems show.
//! Source: https://github.com/testmoapp/junitxml

import type { Format, Report, ReportedFinding } from '../domain/report.ts';
import { visible } from './visible.ts';

export const junit: Format = {
  id: 'junit',
  print(report) {
    const cases = report.findings.length === 0 ? [passed(report)] : report.findings.map(caseOf);
    const failures = report.findings.filter(isFailure).length;
    const counts = `tests="${cases.length}" failures="${failures}" errors="0"`;
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites ${counts}>`,
      `  <testsuite name="mfa-ready" ${counts}>`,
      ...cases,
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n');
  },
};

/** A notice is told, and fails nothing. */
const isFailure = ({ severity }: ReportedFinding): boolean => severity !== 'notice';

function caseOf(finding: ReportedFinding): string {
  const name = `${finding.rule} (line ${finding.line}, column ${finding.column})`;
  const head = `    <testcase classname="${xml(finding.path)}" name="${xml(name)}" file="${xml(finding.path)}" line="${finding.line}">`;
  const text = textOf(finding).map(xml).join('\n');
  const body = isFailure(finding)
    ? `      <failure type="${finding.severity}" message="${xml(finding.message)}">${text}</failure>`
    : `      <system-out>${text}</system-out>`;
  return `${head}\n${body}\n    </testcase>`;
}

const textOf = ({ message, because, fixes, path, line, helpUri }: ReportedFinding) => [
  `${path}:${line}: ${message}`,
  ...because.map(it => `because: ${it.path}:${it.line}: ${it.message}`),
  ...fixes.map(it => `fix: ${it.title}`),
  helpUri,
];

/** Without a test there is nothing that passed. */
const passed = ({ summary }: Report): string =>
  `    <testcase classname="mfa-ready" name="no finding in ${summary.scanned} files"/>`;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** What XML cannot hold at all is shown as an escape. */
const xml = (text: string): string =>
  visible(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"']/g, it => ENTITIES[it] ?? it);
