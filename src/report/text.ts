//! The report for a terminal or a log: a code frame for each finding, and one line that counts everything.

import type { Severity } from '../domain/finding.ts';
import type { Format, PrintOptions, Report, ReportedFinding } from '../domain/report.ts';
import { frameOf } from './frame.ts';
import { type Colour, type Paint, paintFor } from './paint.ts';
import { counted, visible } from './visible.ts';

export const text: Format = {
  id: 'text',
  print(report, options) {
    const parts = [
      framesOf(report, options),
      problemsOf(report),
      remarksOf(report),
      `${countsOf(report)}\n`,
    ];
    return parts.filter(part => part !== '').join('\n');
  },
};

/** The findings alone, each ended by a line end, with an empty line between them. */
export function framesOf(report: Report, options: PrintOptions): string {
  const paint = paintFor(options.color);
  return report.findings.map(finding => findingFrame(report, finding, paint)).join('\n');
}

const COLOURS: Readonly<Record<Severity, Colour>> = {
  error: 'red',
  warning: 'yellow',
  notice: 'blue',
};

function findingFrame(report: Report, finding: ReportedFinding, paint: Paint): string {
  const colour = COLOURS[finding.severity];
  const where = paint('bold', placeText(finding));
  const severity = paint(colour, `${finding.severity}:`);
  const rule =
    finding.confidence === 'certain' ? finding.rule : `${finding.rule}, ${finding.confidence}`;
  const frame = frameOf(report, finding).map(line =>
    /^ *\| +\^+$/.test(line) ? paint(colour, line) : line,
  );
  const because = finding.because.map(
    link => `because: ${paint('dim', placeText(link))}: ${visible(link.message)}`,
  );
  const fixes = finding.fixes.map(fix => `fix: ${visible(fix.title)}`);
  const body = [...frame, ...because, ...fixes].map(line => `  ${line}\n`).join('');
  return `${where}: ${severity} ${visible(finding.message)} [${visible(rule)}]\n${body}`;
}

const placeText = (place: {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}): string => `${visible(place.path)}:${place.line}:${place.column}`;

const problemsOf = (report: Report): string =>
  report.problems
    .map(it => `${visible(it.path)}:${it.line}: not understood: ${visible(it.message)}\n`)
    .join('');

const remarksOf = (report: Report): string =>
  report.remarks
    .map(it => `${visible(it.path)}:${it.line}: to tidy up: ${visible(it.message)}\n`)
    .join('');

/** `12 files read of 40; 3 sign-ins (2 managed-identity, 1 user-password); 1 finding (1 error); 0 problems; 84 ms`. */
function countsOf(report: Report): string {
  const { summary } = report;
  const signIns = counted(report.signIns.length, 'sign-in') + detailOf(summary.signIns);
  const findings =
    counted(report.findings.length, 'finding') + detailOf(summary.findings) + dismissedOf(report);
  return [
    `${counted(summary.scanned, 'file')} read of ${summary.files}`,
    signIns,
    findings,
    counted(report.problems.length, 'problem'),
    `${Math.round(summary.durationMs)} ms`,
  ].join('; ');
}

/** How many do not count, by the reason. */
function dismissedOf({ dismissed }: Report): string {
  const counts = new Map<string, number>();
  for (const { dismissal } of dismissed) {
    counts.set(dismissal.kind, (counts.get(dismissal.kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `, ${count} more ${kind}`).join('');
}

function detailOf(counts: Readonly<Record<string, number>>): string {
  const given = Object.entries(counts).filter(([, count]) => count > 0);
  if (given.length === 0) return '';
  return ` (${given.map(([name, count]) => `${count} ${visible(name)}`).join(', ')})`;
}
