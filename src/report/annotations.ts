//! The findings as workflow commands, which GitHub turns into marks beside the changed lines.
//! Source: https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands

import type { Severity } from '../domain/finding.ts';
import type { Format, Report, ReportedFinding } from '../domain/report.ts';
import { counted, visible } from './visible.ts';

/**
 * The runner keeps ten of each level for a step and drops the rest in silence.
 * One error is left for the line that fails the step.
 */
export const ANNOTATIONS_MAX: Readonly<Record<Severity, number>> = {
  error: 9,
  warning: 10,
  notice: 10,
};

/** The runner cuts longer messages. */
const MESSAGE_CHARACTERS_MAX = 4096;

const ORDER: readonly Severity[] = ['error', 'warning', 'notice'];

export const annotations: Format = {
  id: 'annotations',
  print(report) {
    const chosen = ORDER.flatMap(severity =>
      report.findings
        .filter(finding => finding.severity === severity)
        .slice(0, ANNOTATIONS_MAX[severity]),
    );
    const lines = chosen.map(commandOf);
    return [...lines, ...restOf(report, chosen.length)].map(line => `${line}\n`).join('');
  },
};

function restOf(report: Report, annotated: number): readonly string[] {
  const left = report.findings.length - annotated;
  return left > 0 ? [`${counted(left, 'more finding')} in the summary of this job`] : [];
}

function commandOf(finding: ReportedFinding): string {
  const isOneLine = finding.line === finding.endLine;
  const properties = [
    ['file', finding.path],
    ['line', String(finding.line)],
    ['endLine', String(finding.endLine)],
    // The runner drops columns that span lines.
    ...(isOneLine ? [['col', String(finding.column)]] : []),
    ...(isOneLine ? [['endColumn', String(finding.endColumn)]] : []),
    ['title', finding.rule],
  ];
  const given = properties.map(([name = '', value = '']) => `${name}=${escapedProperty(value)}`);
  return `::${finding.severity} ${given.join(',')}::${escapedMessage(messageOf(finding))}`;
}

/** Each line is safe to print by itself; only the ends of our own lines stay. */
function messageOf(finding: ReportedFinding): string {
  const because = finding.because.map(
    link => `because ${visible(link.path)}:${link.line}: ${visible(link.message)}`,
  );
  const fixes = finding.fixes.map(fix => `to do: ${visible(fix.title)}`);
  const lines = [visible(finding.message), ...because, ...fixes];
  return lines
    .join('\n')
    .slice(0, MESSAGE_CHARACTERS_MAX)
    .replace(/[\ud800-\udbff]$/, '');
}

const escapedMessage = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapedProperty = (text: string): string =>
  escapedMessage(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
