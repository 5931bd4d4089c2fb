//! The list of known findings: adopted today, mended later.

import type {
  DismissedFinding,
  Report,
  ReportedFinding,
  ReportedProblem,
} from '../domain/report.ts';
import { pairs, type Question } from './matching.ts';
import { byText } from './order.ts';
import { recounted } from './recount.ts';

export interface Baseline {
  /** Of its file. */
  readonly path: string;
  readonly entries: readonly BaselineEntry[];
}

/** So many findings of one rule that are alike, in one file; no line numbers, which change too often. */
export interface BaselineEntry {
  readonly rule: string;
  readonly path: string;
  readonly key: string;
  readonly count: number;
  /** Where it stands in the list. */
  readonly line: number;
}

/** One of the `count` of an entry. */
interface Known extends BaselineEntry {
  readonly entry: BaselineEntry;
}

/** Findings in the list are dismissed as known; entries that stand for none any more are remarks, and fail nothing. */
export function againstBaseline(report: Report, baseline: Baseline): Report {
  const all = baseline.entries.flatMap(entry =>
    Array.from({ length: entry.count }, (): Known => ({ ...entry, entry })),
  );
  const known = pairs(report.findings, all, QUESTIONS);
  const left = new Set(all);
  for (const used of known.values()) left.delete(used);
  return recounted({
    ...report,
    findings: report.findings.filter(it => !known.has(it)),
    dismissed: [
      ...report.dismissed,
      ...report.findings
        .filter(it => known.has(it))
        .map((it): DismissedFinding => ({ ...it, dismissal: { kind: 'known' } })),
    ],
    remarks: [...report.remarks, ...staleOf(left, baseline.path)],
  });
}

type Named = Pick<BaselineEntry, 'rule' | 'path' | 'key'>;

/** A finding of a file that was renamed is known by its key alone. */
const QUESTIONS: readonly Question<ReportedFinding, Known>[] = [
  question(it => JSON.stringify([it.rule, it.key, it.path])),
  question(it => JSON.stringify([it.rule, it.key])),
];

function question(name: (it: Named) => string): Question<ReportedFinding, Known> {
  return { leftName: name, rightName: name, isSame: () => true };
}

function staleOf(left: ReadonlySet<Known>, path: string): readonly ReportedProblem[] {
  const counts = new Map<BaselineEntry, number>();
  for (const { entry } of left) counts.set(entry, (counts.get(entry) ?? 0) + 1);
  return [...counts].map(([entry, count]) => ({
    path,
    line: entry.line,
    message: `\`${entry.rule}\` in \`${entry.path}\` is ${foundOf(entry.count - count, entry.count)}`,
  }));
}

const foundOf = (count: number, listed: number): string =>
  count === 0 ? 'no longer found: take it off this list' : `found ${count} times, not ${listed}`;

/** All findings that count and those that are known, in an order that keeps the file's differences small. */
export function entriesOf({ findings, dismissed }: Report): readonly Omit<BaselineEntry, 'line'>[] {
  const all = [...findings, ...dismissed.filter(it => it.dismissal.kind === 'known')];
  const entries = new Map<string, Omit<BaselineEntry, 'line'>>();
  for (const { path, rule, key } of all) {
    const name = JSON.stringify([path, rule, key]);
    const count = (entries.get(name)?.count ?? 0) + 1;
    entries.set(name, { path, rule, key, count });
  }
  return [...entries].sort(([a], [b]) => byText(a, b)).map(([, entry]) => entry);
}
