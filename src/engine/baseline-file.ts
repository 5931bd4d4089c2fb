//! The file of known findings: read with the line of each entry, and written with a line for each, which merges well.

import * as z from 'zod/mini';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { readChecked } from './checked-file/checked-file.ts';
import type { Mistake } from './checked-file/mistakes.ts';

const text = z.string().check(z.minLength(1));

const schema = z.strictObject({
  version: z.literal(1),
  findings: z.array(
    z.strictObject({ path: text, rule: text, key: text, count: z.int().check(z.positive()) }),
  ),
});

export type ReadBaseline =
  | { readonly kind: 'baseline'; readonly baseline: Baseline }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] };

/** Never throws. `path` is relative to the scanned root. */
export function readBaseline(path: string, text: string): ReadBaseline {
  const read = readChecked(text, schema);
  if (read.kind === 'mistakes') return read;
  const { values, lineOf } = read;
  const entries = values.findings.map((it, index) => ({
    ...it,
    line: lineOf(['findings', index]),
  }));
  return { kind: 'baseline', baseline: { path, entries } };
}

export function baselineText(entries: readonly Omit<BaselineEntry, 'line'>[]): string {
  const lines = entries.map(
    ({ path, rule, key, count }) => `    ${JSON.stringify({ path, rule, key, count })}`,
  );
  return `{\n  "version": 1,\n  "findings": [${lines.map(it => `\n${it}`).join(',')}\n  ]\n}\n`;
}
