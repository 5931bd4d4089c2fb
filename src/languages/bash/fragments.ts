//! The parts of a word: quotes and escapes read, expansions lowered, what may be several words set apart.

import type { WordPart } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { holeAt, spanAt } from '../script-text/source.ts';
import type { Piece } from '../script-text/strings.ts';
import type { Context } from './context.ts';
import { cPieces, literalPieces, type Quoting } from './escapes.ts';
import { type ExpansionPart, expansionOf, spaced } from './expansions.ts';

/** Into how many words an expansion may turn: any number, one for each element, one. */
export type Fields = 'any' | 'elements' | 'one';

/** A part of a word: of one string, or something that may be several words. */
export type Fragment =
  | { readonly kind: 'piece'; readonly piece: Piece }
  | { readonly kind: 'spread'; readonly expression: Expression };

export interface Manner {
  readonly quoting: Quoting;
  readonly fields: Fields;
}

export const fragmentsOf = (
  parts: readonly WordPart[],
  manner: Manner,
  context: Context,
): readonly Fragment[] =>
  parts.flatMap((part, index) => {
    const hole = holeAt(context.source.region, part.pos, part.end);
    // Text of the host covered it: the parser saw an expansion of our own making.
    if (hole && hole.start <= part.pos && hole.end >= part.end) {
      return hole.start === part.pos ? [holeFragment(hole, manner, context)] : [];
    }
    return fragmentsOfPart(part, index === 0 && manner.quoting === 'bare', manner, context);
  });

function fragmentsOfPart(
  part: WordPart,
  isFirst: boolean,
  manner: Manner,
  context: Context,
): readonly Fragment[] {
  const { region } = context.source;
  const { pos, end } = part;
  switch (part.type) {
    case 'Literal':
      return literalFragments(pos, end, isFirst, manner, context);
    case 'Glob':
    case 'ExtendedGlob':
    case 'BraceExpansion':
      return literalFragments(pos, end, false, manner, context);
    case 'SingleQuoted':
      return literalFragments(pos + 1, end - 1, false, { ...manner, quoting: 'none' }, context);
    case 'AnsiCQuoted':
      return cPieces(region, pos + 2, end - 1).map(piece => ({ kind: 'piece', piece }));
    case 'DoubleQuoted':
    case 'LocaleString':
      return fragmentsOf(part.parts, quoted(manner), context);
    case 'SimpleExpansion':
    case 'ParameterExpansion':
    case 'CommandExpansion':
    case 'ArithmeticExpansion':
    case 'ProcessSubstitution':
      return [expansionFragment(part, manner, context)];
  }
}

const quoted = (manner: Manner): Manner => ({
  quoting: 'double',
  fields: manner.fields === 'one' ? 'one' : 'elements',
});

/** Also text that the parser sees as a pattern; an expansion inside one makes it unknown. */
function literalFragments(
  start: number,
  end: number,
  mayBeHome: boolean,
  manner: Manner,
  context: Context,
): readonly Fragment[] {
  const { region } = context.source;
  const home = mayBeHome && /^~(?=\/|$)/.test(region.text.slice(start, Math.min(end, start + 2)));
  const from = home ? start + 1 : start;
  const pieces = literalPieces(region, from, end, manner.quoting);
  const fragments = pieces.map(piece =>
    piece.kind === 'hole'
      ? holeFragment(piece, manner, context)
      : { kind: 'piece' as const, piece },
  );
  return home ? [homeFragment(start, context), ...fragments] : fragments;
}

function homeFragment(start: number, context: Context): Fragment {
  const end = start + 1;
  const at = spanAt(context.source, { pos: start, end });
  const expression: Expression = { kind: 'reference', space: 'variable', name: 'HOME', at };
  return { kind: 'piece', piece: { kind: 'hole', start, end, expression } };
}

/** The host's text is put in before the shell reads the line, so that white space in it splits words. */
function holeFragment(
  hole: { readonly start: number; readonly end: number; readonly expression: Expression },
  manner: Manner,
  context: Context,
): Fragment {
  const { start, end, expression } = hole;
  if (manner.quoting === 'bare' && manner.fields === 'any') {
    const at = spanAt(context.source, { pos: start, end });
    return { kind: 'spread', expression: { kind: 'split', of: expression, at } };
  }
  return { kind: 'piece', piece: { kind: 'hole', start, end, expression } };
}

function expansionFragment(part: ExpansionPart, manner: Manner, context: Context): Fragment {
  const { pos, end } = part;
  const { of, isList, splits } = expansionOf(part, manner, context);
  const { at } = of;
  const isSplit = splits && manner.fields === 'any';
  if (manner.fields === 'one' || (!isList && !isSplit)) {
    const expression = isList ? spaced(of) : of;
    return { kind: 'piece', piece: { kind: 'hole', start: pos, end, expression } };
  }
  const spread: Expression = isList ? { kind: 'elements', of, at } : of;
  return { kind: 'spread', expression: isSplit ? { kind: 'split', of: spread, at } : spread };
}
