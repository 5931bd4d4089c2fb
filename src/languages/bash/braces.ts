//! `{dev,test}` and `{1..3}`: one word written as several.

import type { BraceExpansionPart, Word } from 'unbash';
import { holeAt } from '../script-text/source.ts';
import type { Piece } from '../script-text/strings.ts';
import type { Context } from './context.ts';
import { type Fragment, fragmentsOf } from './fragments.ts';

/** More are left as they are written: nobody signs in a hundred times. */
const VARIANTS_MAX = 64;

/** The fragments of each word; `undefined` when it is one word, or made in a way that is not followed. */
export function braceVariants(
  word: Word,
  context: Context,
): readonly (readonly Fragment[])[] | undefined {
  if (!word.text.includes('{')) return undefined;
  const { parts } = word;
  const braces = parts?.filter(part => part.type === 'BraceExpansion') ?? [];
  const [brace] = braces;
  if (!parts || brace?.type !== 'BraceExpansion' || braces.length > 1) return undefined;
  const items = itemsOf(brace, context);
  if (!items) return undefined;
  const index = parts.indexOf(brace);
  const manner = { quoting: 'bare', fields: 'any' } as const;
  const before = fragmentsOf(parts.slice(0, index), manner, context);
  const after = fragmentsOf(parts.slice(index + 1), manner, context);
  return items.map(piece => [...before, { kind: 'piece', piece }, ...after]);
}

function itemsOf(brace: BraceExpansionPart, context: Context): readonly Piece[] | undefined {
  const inside = brace.text.slice(1, -1);
  const isPlain = !/["'\\${}`]/.test(inside);
  if (!isPlain || holeAt(context.source.region, brace.pos, brace.end)) return undefined;
  return inside.includes(',') ? listed(inside, brace.pos + 1) : counted(inside);
}

function listed(inside: string, start: number): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let from = start;
  for (const item of inside.split(',')) {
    pieces.push({ kind: 'verbatim', start: from, end: from + item.length });
    from += item.length + 1;
  }
  return pieces.length > VARIANTS_MAX ? undefined : pieces;
}

function counted(inside: string): readonly Piece[] | undefined {
  const match = /^(\d{1,4})\.\.(\d{1,4})$/.exec(inside);
  const [, from = '', to = ''] = match ?? [];
  const isPadded = [from, to].some(it => it.length > 1 && it.startsWith('0'));
  const [first, last] = [Number(from), Number(to)];
  if (!match || isPadded || first > last || last - first >= VARIANTS_MAX) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    kind: 'decoded',
    text: String(first + index),
  }));
}
