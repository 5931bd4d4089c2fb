//! What the rules found, as the report tells it: worst first, each with a fingerprint.

import type { Model } from '../domain/model.ts';
import type { ReportedFinding } from '../domain/report.ts';
import type { DraftFinding } from '../domain/rule.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Place, Span } from '../domain/span.ts';
import { fingerprintsOf, keyOf } from './fingerprint.ts';
import { byPlace, bySeverity, byText } from './order.ts';

type Draft = DraftFinding & { readonly rule: string };

export interface FindingsInput {
  readonly drafts: readonly Draft[];
  readonly model: Model;
  readonly reading: { readonly sources: ReadonlyMap<string, SourceFile> };
  readonly secrets: readonly Span[];
  readonly places: (span: Span) => Place;
}

export const helpUriOf = (rule: string): string =>
  `https://github.com/mfa-ready/mfa-ready/tree/main/src/rules/${rule}#readme`;

export function findingsOf(input: FindingsInput): readonly ReportedFinding[] {
  const { places } = input;
  const placed = input.drafts.map(draft => ({ draft, place: places(draft.at) }));
  placed.sort(
    (a, b) =>
      bySeverity(a.draft.severity, b.draft.severity) ||
      byPlace(a.place, b.place) ||
      byText(a.draft.rule, b.draft.rule) ||
      byText(a.draft.message, b.draft.message),
  );
  const entryPoints = entryPointsBySpan(input.model);
  const identified = placed.map(({ draft, place }) => ({
    rule: draft.rule,
    path: place.path,
    entryPoints: [...new Set(entryPoints.get(spanKey(draft.at)))].sort(byText),
    line: textWithoutSecrets(input, lineOf(input, place)),
  }));
  const fingerprints = fingerprintsOf(identified);
  const keys = placed.map(({ draft }) => keyOf(draft.rule, textWithoutSecrets(input, draft.at)));
  return placed.map(({ draft, place }, index) => ({
    ...place,
    rule: draft.rule,
    severity: draft.severity,
    verdict: draft.verdict,
    confidence: draft.confidence,
    message: draft.message,
    entryPoints: identified[index]?.entryPoints ?? [],
    because: draft.because.map(link => ({ ...places(link.at), message: link.message })),
    fixes: draft.fixes,
    fingerprint: fingerprints[index] ?? '',
    key: keys[index] ?? '',
    helpUri: helpUriOf(draft.rule),
  }));
}

/** Ids of what reaches the sign-ins and operations of a place. */
function entryPointsBySpan(model: Model): ReadonlyMap<string, readonly string[]> {
  const reached = [
    ...model.signIns.flatMap(it => it.entryPoints.map(({ id }) => ({ at: it.signIn.at, id }))),
    ...model.operations.map(it => ({ at: it.operation.at, id: it.entryPoint.id })),
  ];
  const ids = new Map<string, string[]>();
  for (const { at, id } of reached) {
    const list = ids.get(spanKey(at));
    if (list) list.push(id);
    else ids.set(spanKey(at), [id]);
  }
  return ids;
}

const spanKey = (span: Span): string => `${span.start} ${span.end} ${span.path}`;

function lineOf({ reading }: FindingsInput, { path, line }: Place): Span {
  const source = reading.sources.get(path);
  const start = source?.lineStarts[line - 1] ?? 0;
  return { path, start, end: source?.lineStarts[line] ?? source?.text.length ?? 0 };
}

/** Even the hash of a secret would let somebody try passwords. */
function textWithoutSecrets(input: FindingsInput, { path, start, end }: Span): string {
  const source = input.reading.sources.get(path);
  if (!source) return '';
  const secrets = input.secrets
    .filter(it => it.path === path && it.start < end && it.end > start)
    .sort((a, b) => a.start - b.start);
  let text = '';
  let offset = start;
  for (const secret of secrets) {
    text += `${source.text.slice(offset, Math.max(offset, secret.start))}***`;
    offset = Math.max(offset, secret.end);
  }
  return text + source.text.slice(offset, Math.max(offset, end));
}
