//! The text that `printf FORMAT ARGUMENT …` prints.

import type { CommandArgument } from 'unbash';
import type { Piece } from '../script-text/strings.ts';
import type { Context } from './context.ts';
import { cPieces } from './escapes.ts';
import { piecesOf } from './words.ts';

/** `%s` and its like without width or precision; anything else between `%` and a letter is not followed. */
const DIRECTIVE = /%(?:%|[^a-zA-Z%]*[a-zA-Z])/g;
const PLAIN = /^%[sbqdiu]$/;

/** A format is used again while arguments are left; more often than this nobody reads the result. */
const ROUNDS_MAX = 100;

type Slot = { readonly kind: 'argument' };

/** `undefined` when the format, or the number of arguments, is not known. */
export function printfPieces(
  words: readonly CommandArgument[],
  context: Context,
): readonly Piece[] | undefined {
  const [format, ...rest] = words;
  if (format?.type !== 'Word') return undefined;
  const isCounted = rest.every(it => it.type === 'Word' && !/\[@\]|\$[@*]|\$\{[@*]/.test(it.text));
  const tokens = tokensOf(piecesOf(format, context), context);
  if (!tokens || !isCounted) return undefined;
  const slots = tokens.filter(it => it.kind === 'argument').length;
  const rounds = slots === 0 ? 1 : Math.max(1, Math.ceil(rest.length / slots));
  if (rounds > ROUNDS_MAX) return undefined;
  const queue = rest.map(it => (it.type === 'Word' ? piecesOf(it, context) : []));
  let next = 0;
  return Array.from({ length: rounds }, () => tokens)
    .flat()
    .flatMap((token): readonly Piece[] => {
      if (token.kind !== 'argument') return [token];
      next += 1;
      return queue[next - 1] ?? [];
    });
}

function tokensOf(
  pieces: readonly Piece[],
  context: Context,
): readonly (Piece | Slot)[] | undefined {
  const tokens: (Piece | Slot)[] = [];
  for (const piece of pieces) {
    if (piece.kind !== 'verbatim') {
      tokens.push(piece);
      continue;
    }
    const { region } = context.source;
    const text = region.text.slice(piece.start, piece.end);
    let from = 0;
    for (const match of text.matchAll(DIRECTIVE)) {
      tokens.push(...cPieces(region, piece.start + from, piece.start + match.index));
      if (match[0] === '%%') tokens.push({ kind: 'decoded', text: '%' });
      else if (PLAIN.test(match[0])) tokens.push({ kind: 'argument' });
      else return undefined;
      from = match.index + match[0].length;
    }
    tokens.push(...cPieces(region, piece.start + from, piece.end));
  }
  return tokens;
}
