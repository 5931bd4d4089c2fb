//! The findings as logging commands of Azure Pipelines, which mark them in the log and on the page of the run.
//! Source: https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands

import type { Format, ReportedFinding } from '../domain/report.ts';
import { counted, visible } from './visible.ts';

export const azureDevops: Format = {
  id: 'azure-devops',
  print(report) {
    const { problems, findings } = report;
    const counts = `${counted(findings.length, 'finding')}; ${counted(problems.length, 'problem')}`;
    return [...findings.map(lineOf), counts].map(line => `${line}\n`).join('');
  },
};

/** A notice has no mark of its own there. */
function lineOf(finding: ReportedFinding): string {
  const message = escaped(`${visible(finding.message)} (${finding.path}:${finding.line})`);
  if (finding.severity === 'notice') return `notice: ${message}`;
  const properties = [
    ['type', finding.severity],
    ['sourcepath', finding.path],
    ['linenumber', String(finding.line)],
    ['columnnumber', String(finding.column)],
    ['code', finding.rule],
  ];
  const given = properties.map(([name = '', value = '']) => `${name}=${escaped(visible(value))}`);
  return `##vso[task.logissue ${given.join(';')}]${message}`;
}

/** Nothing of the text begins a command, wherever in the line it stands. */
const escaped = (text: string): string =>
  text
    .replaceAll('%', '%AZP25')
    .replaceAll(';', '%3B')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll(']', '%5D')
    .replaceAll('##', '#\u200b#');
