//! The report: spans become places, everything is put in order, counted and named.

import type { Model, ResolvedSignIn } from '../domain/model.ts';
import type {
  Report,
  ReportedOperation,
  ReportedProblem,
  ReportedSignIn,
} from '../domain/report.ts';
import type { DraftFinding, Rule } from '../domain/rule.ts';
import { placeOf, type SourceFile, sourceFile } from '../domain/source-file.ts';
import type { Place, Span } from '../domain/span.ts';
import { reasonOf } from '../domain/value.ts';
import { findingsOf, helpUriOf } from './findings-of.ts';
import { byPlace, byText } from './order.ts';
import type { Reading } from './read-files.ts';
import { recounted } from './recount.ts';

export interface ReportInput {
  readonly version: string;
  readonly reading: Reading;
  readonly model: Model;
  readonly drafts: readonly (DraftFinding & { readonly rule: string })[];
  readonly rules: readonly Rule[];
  readonly elapsedMs: () => number;
  readonly helpOf?: (rule: string) => string | undefined;
}

export type PlaceFinder = (span: Span) => Place;

export function reportOf(input: ReportInput): Report {
  const { model, reading } = input;
  const places = placeFinder(reading.sources);
  const secrets = [
    ...model.signIns.flatMap(it => it.signIn.secretAt ?? []),
    ...model.directory.flatMap(({ change }) =>
      'secretAt' in change ? (change.secretAt ?? []) : [],
    ),
  ];
  const resolvedSignIns = [...model.signIns].sort((a, b) =>
    byPlace(places(a.signIn.at), places(b.signIn.at)),
  );
  const signIns = resolvedSignIns.map(it => signInOf(it, places));
  const findings = findingsOf({ ...input, places, secrets });
  const paths = new Set(findings.map(it => it.path));
  return recounted({
    tool: { name: 'mfa-ready', version: input.version },
    signIns,
    operations: operationsOf(model, resolvedSignIns, places),
    findings,
    dismissed: [],
    problems: problemsOf(input, places),
    remarks: [],
    rules: input.rules.map(rule => ruleOf(rule, input.helpOf)),
    summary: {
      files: reading.files,
      bytes: reading.bytes,
      scanned: reading.facts.length,
      signIns: {},
      findings: {},
      durationMs: Math.round(input.elapsedMs()),
    },
    sources: new Map([...reading.sources].filter(([path]) => paths.has(path))),
    secrets,
  });
}

/** A folder, or a file that was not read, is its first line. */
export function placeFinder(sources: ReadonlyMap<string, SourceFile>): PlaceFinder {
  return span => placeOf(sources.get(span.path) ?? sourceFile(span.path, ''), span);
}

function signInOf(resolved: ResolvedSignIn, places: PlaceFinder): ReportedSignIn {
  const { signIn } = resolved;
  return {
    ...places(signIn.at),
    form: signIn.form,
    identity: signIn.identity,
    audience: signIn.audience,
    cloud: signIn.cloud,
    reach: resolved.reach,
    entryPoints: [...new Set(resolved.entryPoints.map(it => it.id))].sort(byText),
    confidence: resolved.confidence,
    ...(signIn.unknown ? { unknown: reasonOf(signIn.unknown) } : {}),
  };
}

/** One for each identity that an operation may run as. */
function operationsOf(
  model: Model,
  signIns: readonly ResolvedSignIn[],
  places: PlaceFinder,
): readonly ReportedOperation[] {
  const indexes = new Map(signIns.map((signIn, index) => [signIn, index]));
  const operations = model.operations.flatMap(({ operation, entryPoint, actors }) => {
    const shared = {
      ...places(operation.at),
      tool: operation.tool,
      effect: operation.effect,
      audience: operation.audience,
      entryPoint: entryPoint.id,
    };
    if (actors.length === 0) return [{ ...shared, identity: 'none' as const, signIn: null }];
    return actors.map(({ identity, signIn, through }) => {
      const by = signIn ?? through;
      return { ...shared, identity, signIn: (by && indexes.get(by)) ?? null };
    });
  });
  return operations.sort(
    (a, b) =>
      byPlace(a, b) ||
      byText(a.entryPoint, b.entryPoint) ||
      byText(a.tool, b.tool) ||
      byText(a.identity, b.identity) ||
      (a.signIn ?? -1) - (b.signIn ?? -1),
  );
}

function problemsOf(input: ReportInput, places: PlaceFinder): readonly ReportedProblem[] {
  const placed = input.model.problems.map(({ at, message }) => ({
    path: at.path,
    line: places(at).line,
    message,
  }));
  const all = [...input.reading.problems, ...placed];
  const unique = new Map(all.map(it => [JSON.stringify([it.path, it.line, it.message]), it]));
  return [...unique.values()].sort(
    (a, b) => byText(a.path, b.path) || a.line - b.line || byText(a.message, b.message),
  );
}

function ruleOf(rule: Rule, helpOf: ReportInput['helpOf']): Report['rules'][number] {
  const help = helpOf?.(rule.id);
  return {
    id: rule.id,
    summary: rule.summary,
    helpUri: helpUriOf(rule.id),
    ...(help === undefined ? {} : { help }),
  };
}
