//! The report as the summary of a GitHub job: what to act on, then who acts where, then what was looked at.

import type { Verdict } from '../domain/finding.ts';
import type { Format, Report, ReportedFinding } from '../domain/report.ts';
import type { Place } from '../domain/span.ts';
import { flowchartOf } from './flowchart.ts';
import { codeSpan, sentence, tableOf } from './markdown-text.ts';
import { counted } from './visible.ts';

/** The runner drops a longer one altogether; a little is left for what others add to it. */
export const SUMMARY_BYTES_MAX = 1024 * 1024 - 4096;

const PROBLEMS_MAX = 20;

const HEADING = '## Who signs in to Azure here\n';

export const summary: Format = {
  id: 'summary',
  print(report) {
    const full = [
      HEADING,
      findingsOf(
        report,
        report.findings.map(it => rowOf(it, report)),
      ),
      pictureOf(report),
      inventoryOf(report),
      problemsOf(report),
    ];
    const whole = joined(full);
    return bytesOf(whole) <= SUMMARY_BYTES_MAX ? whole : shortForm(report);
  },
};

const joined = (parts: readonly string[]): string => parts.filter(it => it !== '').join('\n');

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** As many findings as fit, no picture, no problems. */
function shortForm(report: Report): string {
  const inventory = inventoryOf(report);
  let left = SUMMARY_BYTES_MAX - bytesOf(HEADING) - bytesOf(inventory) - 1024;
  const rows: (readonly string[])[] = [];
  for (const finding of report.findings) {
    const row = rowOf(finding, report);
    left -= bytesOf(row.join(' | ')) + 8;
    if (left < 0) break;
    rows.push(row);
  }
  return joined([HEADING, findingsOf(report, rows), inventory]);
}

function findingsOf(report: Report, rows: readonly (readonly string[])[]): string {
  if (report.findings.length === 0) return 'No finding.\n';
  const left = report.findings.length - rows.length;
  const rest = left > 0 ? `\n${counted(left, 'more finding')} did not fit here.\n` : '';
  return tableOf(['Where', 'Who', 'What happens', 'What to do'], rows) + rest;
}

const HAPPENS: Readonly<Record<Verdict, string>> = {
  breaks: 'Breaks',
  'at-risk': 'May break',
  'out-of-scope': 'Not under mandatory MFA',
  ready: 'Keeps running',
  undecided: 'Cannot be decided from here',
};

const rowOf = (finding: ReportedFinding, report: Report): readonly string[] => [
  codeSpan(`${finding.path}:${finding.line}`),
  whoOf(finding, report),
  `**${HAPPENS[finding.verdict]}**: ${sentence(finding.message)}`,
  [...finding.fixes.map(fix => sentence(fix.title)), linkOf(finding)].join('<br>'),
];

const linkOf = (finding: ReportedFinding): string =>
  /^https:\/\/[\w./#-]+$/.test(finding.helpUri) && /^[a-z0-9-]+$/.test(finding.rule)
    ? `[${finding.rule}](${finding.helpUri})`
    : codeSpan(finding.rule);

/** The identities that sign in or act at that place. */
function whoOf(finding: ReportedFinding, report: Report): string {
  const signIns = report.signIns.filter(it => isSamePlace(it, finding));
  const actors = signIns.length > 0 ? signIns : report.operations;
  const identities = actors.filter(it => isSamePlace(it, finding)).map(it => it.identity);
  return [...new Set(identities)].map(codeSpan).join(', ');
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.path === b.path && a.line === b.line && a.column === b.column;

function pictureOf(report: Report): string {
  if (report.findings.length === 0) return '';
  const source = flowchartOf(report);
  return source ? `\`\`\`mermaid\n${source}\n\`\`\`\n` : '';
}

function inventoryOf(report: Report): string {
  const rows = Object.entries(report.summary.signIns)
    .filter(([, count]) => count > 0)
    .map(([identity, count]) => [codeSpan(identity), String(count)]);
  const table = rows.length > 0 ? `\n${tableOf(['Signs in as', 'Places'], rows)}` : '';
  const { scanned, files } = report.summary;
  const line = `${counted(scanned, 'file')} read of ${files}; ${counted(report.operations.length, 'operation')} on Azure; ${counted(report.problems.length, 'problem')}.`;
  return `${line}\n${table}`;
}

function problemsOf(report: Report): string {
  if (report.problems.length === 0) return '';
  const shown = report.problems.slice(0, PROBLEMS_MAX);
  const items = shown.map(it => `- ${codeSpan(`${it.path}:${it.line}`)} ${sentence(it.message)}\n`);
  const left = report.problems.length - shown.length;
  const rest = left > 0 ? `- ${left} more\n` : '';
  return `<details><summary>What could not be read</summary>\n\n${items.join('')}${rest}\n</details>\n`;
}
