//! The report for programs: schema 1, whose names, order and meaning are fixed by `json-schema.ts`.

import type {
  Dismissal,
  Format,
  Report,
  ReportedFinding,
  ReportedProblem,
} from '../domain/report.ts';
import type { JsonReport } from './json-schema.ts';

export const json: Format = {
  id: 'json',
  print: report => `${JSON.stringify(jsonOf(report), null, 2)}\n`,
};

/** A fresh object each time; its keys stand in the order of the contract. */
export const jsonOf = (report: Report): JsonReport => ({
  schema: 1,
  tool: { name: report.tool.name, version: report.tool.version },
  signIns: report.signIns.map(it => ({
    path: it.path,
    line: it.line,
    column: it.column,
    endLine: it.endLine,
    endColumn: it.endColumn,
    form: it.form,
    identity: it.identity,
    audience: it.audience,
    cloud: it.cloud,
    reach: it.reach,
    entryPoints: it.entryPoints,
    confidence: it.confidence,
  })),
  operations: operationsOf(report),
  findings: report.findings.map(findingOf),
  dismissed: report.dismissed.map(it => ({
    ...findingOf(it),
    dismissal: dismissalOf(it.dismissal),
  })),
  problems: report.problems.map(problemOf),
  remarks: report.remarks.map(problemOf),
  summary: {
    files: report.summary.files,
    bytes: report.summary.bytes,
    scanned: report.summary.scanned,
    signIns: report.summary.signIns,
    findings: report.summary.findings,
    durationMs: report.summary.durationMs,
  },
});

const problemOf = ({ path, line, message }: ReportedProblem): ReportedProblem => ({
  path,
  line,
  message,
});

const operationsOf = (report: Report): JsonReport['operations'] =>
  report.operations.map(it => ({
    path: it.path,
    line: it.line,
    column: it.column,
    tool: it.tool,
    effect: it.effect,
    audience: it.audience,
    identity: it.identity,
    signIn: it.signIn,
    entryPoint: it.entryPoint,
  }));

const findingOf = (it: ReportedFinding): JsonReport['findings'][number] => ({
  rule: it.rule,
  severity: it.severity,
  verdict: it.verdict,
  confidence: it.confidence,
  path: it.path,
  line: it.line,
  column: it.column,
  endLine: it.endLine,
  endColumn: it.endColumn,
  message: it.message,
  because: it.because.map(link => ({
    path: link.path,
    line: link.line,
    column: link.column,
    message: link.message,
  })),
  entryPoints: it.entryPoints,
  fingerprint: it.fingerprint,
  key: it.key,
  helpUri: it.helpUri,
});

function dismissalOf(dismissal: Dismissal): JsonReport['dismissed'][number]['dismissal'] {
  switch (dismissal.kind) {
    case 'accepted': {
      const { kind, path, line, reason } = dismissal;
      return { kind, path, line, reason };
    }
    case 'known':
    case 'unchanged':
    case 'untouched':
      return { kind: dismissal.kind };
  }
}
