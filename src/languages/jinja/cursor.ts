//! A Jinja expression while it is read: the tokens, the place among them, and what names stand for.

import type { Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import { type Region, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import type { Token } from '../script-text/tokens.ts';

export interface Cursor {
  readonly region: Region;
  readonly tokens: readonly Token[];
  readonly names: NameReader;
  at: number;
  depth: number;
}

/** What a name stands for; whoever reads the file knows. */
export type NameReader = (name: string, at: Span) => Expression;

/** `undefined`: no expression of this language, or none that is read. */
export type Parsed = Expression | undefined;

export const DEPTH_MAX = 50;

/** The next token, when it is one of these signs or words. */
export function take(cursor: Cursor, ...texts: readonly string[]): Token | undefined {
  const token = cursor.tokens[cursor.at];
  if (!token || token.kind === 'string' || !texts.includes(token.text)) return undefined;
  cursor.at += 1;
  return token;
}

export const peek = (cursor: Cursor): Token | undefined => cursor.tokens[cursor.at];

/** From the token with index `from` to the last that was taken. */
export function spanSince(cursor: Cursor, from: number): Span {
  const start = cursor.tokens[from]?.start ?? 0;
  const end = cursor.tokens[Math.max(from, cursor.at - 1)]?.end ?? start;
  return spanOf(cursor.region, start, end);
}

const QUOTED_MAX = 60;

export function unknownSince(cursor: Cursor, from: number): Expression {
  const start = cursor.tokens[from]?.start ?? 0;
  const end = cursor.tokens[Math.max(from, cursor.at - 1)]?.end ?? start;
  const quoted = cursor.region.text.slice(start, Math.min(end, start + 4 * QUOTED_MAX));
  const text = quoted.replace(/\s+/g, ' ').slice(0, QUOTED_MAX);
  return unknownExpression({ kind: 'not-evaluated', text }, spanOf(cursor.region, start, end));
}

/** Items apart by commas; those with a name count as the others: `default(value='x', boolean=true)`. */
export function listUntil(
  cursor: Cursor,
  end: string,
  item: (cursor: Cursor) => Parsed,
): readonly Expression[] | undefined {
  const items: Expression[] = [];
  while (!take(cursor, end)) {
    if (cursor.tokens[cursor.at + 1]?.text === '=') cursor.at += 2;
    const next = item(cursor);
    if (!next) return undefined;
    items.push(next);
    if (!take(cursor, ',') && peek(cursor)?.text !== end) return undefined;
  }
  return items;
}
