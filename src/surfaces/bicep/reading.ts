//! The Bicep file that is being read, and what its names stand for.

import type { Expression as DomainExpression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Extent } from '../../languages/bicep/tree.ts';
import { isLarger } from './size.ts';

export interface Reading {
  readonly path: string;
  readonly text: string;
  /** `undefined` for a name that means nothing before Azure has made it, or that nobody declares. */
  meaningOf(name: string): Meaning | undefined;
}

export type Meaning =
  | { readonly kind: 'param' | 'variable' }
  | { readonly kind: 'value'; readonly value: DomainExpression };

const TEXT_MAX = 60;

/** Parts of a value that stands for a name; a larger one is not written out wherever the name stands. */
const VALUE_PARTS_MAX = 500;

export const spanOf = (reading: Reading, { start, end }: Extent): Span => ({
  path: reading.path,
  start,
  end,
});

/** An expression that is not run, with what it says. */
export function notEvaluated(reading: Reading, extent: Extent): DomainExpression {
  const text = sourceOf(reading, extent);
  return unknownExpression({ kind: 'not-evaluated', text }, spanOf(reading, extent));
}

/** A value that Azure keeps. */
export function heldByPlatform(reading: Reading, extent: Extent): DomainExpression {
  const name = sourceOf(reading, extent);
  return unknownExpression({ kind: 'held-by-platform', name }, spanOf(reading, extent));
}

/** On one line, and short. */
function sourceOf(reading: Reading, { start, end }: Extent): string {
  const text = reading.text.slice(start, Math.min(end, start + 4 * TEXT_MAX));
  return text.replace(/\s+/g, ' ').slice(0, TEXT_MAX);
}

/** The same file where these names mean something else: inside a loop. */
export function withNames(
  reading: Reading,
  names: readonly (readonly [name: string, value: DomainExpression])[],
): Reading {
  const inside = new Map(names.map(([name, value]) => [name, shortMeaning(name, value)]));
  return { ...reading, meaningOf: name => inside.get(name) ?? reading.meaningOf(name) };
}

/** What a name stands for when its value is written out wherever the name stands. */
export function shortMeaning(name: string, value: DomainExpression): Meaning {
  if (!isLarger(value, VALUE_PARTS_MAX)) return { kind: 'value', value };
  const text = `${name}, which is too large`;
  return { kind: 'value', value: unknownExpression({ kind: 'not-evaluated', text }, value.at) };
}

/** In a registry or a template spec: `br:…`, `br/public:…`, `ts:…`. */
export const isElsewhere = (reference: string): boolean =>
  /^(?:br|ts)(?::|\/[^/:]+:)/.test(reference);
