//! Words of a command line to expressions: quotes and escapes read, expansions lowered, what splits marked.

import type { Word, WordPart } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { subRegion } from '../../domain/region.ts';
import { holeAt, spanAt } from '../script-text/source.ts';
import { type Piece, stringOf } from '../script-text/strings.ts';
import { braceVariants } from './braces.ts';
import type { Context } from './context.ts';
import type { Quoting } from './escapes.ts';
import { type Fragment, fragmentsOf, type Manner } from './fragments.ts';

const WORD: Manner = { quoting: 'bare', fields: 'any' };
const VALUE: Manner = { quoting: 'bare', fields: 'one' };
const HEREDOC: Manner = { quoting: 'heredoc', fields: 'one' };

/** A word of a command: several for `{a,b}`. */
export function wordsOf(word: Word, context: Context): readonly Expression[] {
  if (isPlain(word, context)) {
    const region = subRegion(context.source.region, word.pos, word.end);
    return [{ kind: 'text', region, at: region.at }];
  }
  const variants = braceVariants(word, context);
  return variants
    ? variants.map(fragments => assembled(fragments, word, context))
    : [wordOf(word, context)];
}

/** Most words: nothing in them is special. */
const isPlain = (word: Word, context: Context): boolean =>
  !word.parts && !/^~|\\/.test(word.text) && !holeAt(context.source.region, word.pos, word.end);

/** A word of a command, which may still expand to any number of words. */
export const wordOf = (word: Word, context: Context): Expression =>
  assembled(fragmentsOf(partsOf(word), WORD, context), word, context);

/** A word where the shell makes exactly one of it: the right side of `=`, a target of `>`. */
export const oneWordOf = (word: Word, context: Context, quoting: Quoting = 'bare'): Expression =>
  assembled(fragmentsOf(partsOf(word), { ...VALUE, quoting }, context), word, context);

/** The pieces of the same word. */
export const piecesOf = (word: Word, context: Context): readonly Piece[] =>
  fragmentsOf(partsOf(word), VALUE, context).flatMap(it => (it.kind === 'piece' ? [it.piece] : []));

/** A word from `start` on: what follows `NAME=`. */
export const oneWordFrom = (word: Word, start: number, context: Context): Expression => {
  const parts = partsFrom(partsOf(word), start);
  const rest = { pos: start, end: word.end };
  return assembled(fragmentsOf(parts, VALUE, context), rest, context);
};

export const heredocOf = (
  body: { readonly pos: number; readonly end: number; readonly parts: readonly WordPart[] },
  context: Context,
): Expression => assembled(fragmentsOf(body.parts, HEREDOC, context), body, context);

/** A word without quotes and expansions has no parts of its own. */
export function partsOf(word: Word): readonly WordPart[] {
  const { pos, end, text } = word;
  return word.parts ?? [{ type: 'Literal', pos, end, text, value: text }];
}

export function assembled(
  fragments: readonly Fragment[],
  node: { readonly pos: number; readonly end: number },
  context: Context,
): Expression {
  const { source } = context;
  const at = spanAt(source, node);
  const parts: Expression[] = [];
  let pieces: Piece[] = [];
  const close = (): void => {
    if (pieces.length > 0) parts.push(stringOf(pieces, source.region, at));
    pieces = [];
  };
  for (const fragment of fragments) {
    if (fragment.kind === 'piece') pieces.push(fragment.piece);
    else {
      close();
      parts.push(fragment.expression);
    }
  }
  close();
  const [only] = parts;
  if (!only) return literal('', at);
  return parts.length === 1 ? only : { kind: 'join', parts, at };
}

/** What of the parts stands at `start` or later. */
function partsFrom(parts: readonly WordPart[], start: number): readonly WordPart[] {
  return parts.flatMap((part): readonly WordPart[] => {
    if (part.end <= start) return [];
    if (part.pos >= start) return [part];
    if (part.type === 'Literal') return [{ ...part, pos: start }];
    // The quote stands before the name: the part's own opening is one before its text.
    if (part.type === 'SingleQuoted') return [{ ...part, pos: start - 1 }];
    if (part.type === 'DoubleQuoted') {
      const children = part.parts.flatMap(child => {
        if (child.end <= start) return [];
        return child.type === 'Literal' && child.pos < start ? [{ ...child, pos: start }] : [child];
      });
      return [{ ...part, parts: children }];
    }
    return [part];
  });
}
