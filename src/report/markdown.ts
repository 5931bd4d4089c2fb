//! The report as Markdown for any page: what to act on, with the way there and what to do, then what was looked at.

import type { Format, Report, ReportedFinding } from '../domain/report.ts';
import { codeSpan, sentence } from './markdown-text.ts';
import { counted } from './visible.ts';

export const markdown: Format = {
  id: 'markdown',
  print: report => [HEADING, findingsOf(report), footOf(report)].join('\n'),
};

const HEADING = '# Who signs in to Azure here\n';

const findingsOf = ({ findings }: Report): string =>
  findings.length === 0 ? 'No finding.\n' : findings.map(findingOf).join('\n');

function findingOf(finding: ReportedFinding): string {
  const { path, line, severity, rule, because, fixes } = finding;
  const way = because.map(
    it => `- ${codeSpan(`${it.path}:${it.line}`)}: ${sentence(it.message)}\n`,
  );
  const remedies = fixes.map(it => `- **to do**: ${sentence(it.title)}\n`);
  return [
    `## ${codeSpan(`${path}:${line}`)}\n\n`,
    `**${severity}**: ${sentence(finding.message)} (${codeSpan(rule)})\n\n`,
    ...way,
    ...remedies,
  ].join('');
}

function footOf({ summary, problems, dismissed }: Report): string {
  const rest = dismissed.length > 0 ? `; ${counted(dismissed.length, 'finding')} dismissed` : '';
  return `${counted(summary.scanned, 'file')} read of ${summary.files}; ${counted(problems.length, 'problem')}${rest}.\n`;
}
