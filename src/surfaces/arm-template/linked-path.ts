//! The address of a linked template, when it clearly ends in a file beside the one that names it.

import { type Bindings, follow } from '../../domain/arm-body.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';

/** A piece of an address; `undefined` for one that is not spelled out. */
type Piece = string | undefined;

const PIECES_MAX = 100;

/** `undefined` when it leads elsewhere, or nobody can tell where. */
export function linkedPath(uri: Expression, bindings: Bindings): Expression | undefined {
  const pieces = piecesOf(uri, bindings, 0);
  if (pieces.length > PIECES_MAX) return undefined;
  const from = lastBase(pieces);
  // What nobody spells out stands at the ends: where the files are kept, and a token to get at them.
  const end = pieces.findLastIndex(it => it !== undefined);
  const rest = pieces.slice(from + 1, end + 1);
  const path = rest.join('').replace(/\?.*$/s, '').replace(/^\/+/, '');
  const isFile = from >= 0 && /^(?:[\w.-]+\/)*[\w][\w.-]*\.json$/i.test(path);
  return isFile ? literal(path, uri.at) : undefined;
}

/** The last piece that is not spelled out and has something after it that is. */
function lastBase(pieces: readonly Piece[]): number {
  const end = pieces.findLastIndex(it => it !== undefined);
  return pieces.slice(0, Math.max(end, 0)).lastIndexOf(undefined);
}

function piecesOf(expression: Expression, bindings: Bindings, depth: number): readonly Piece[] {
  if (depth > 20) return [undefined];
  const found = follow(expression, bindings);
  if (found.kind === 'join') return found.parts.flatMap(it => piecesOf(it, bindings, depth + 1));
  if (found.kind !== 'text') return [undefined];
  const { text, holes } = found.region;
  let from = 0;
  const pieces: Piece[] = [];
  for (const hole of holes) {
    if (hole.start > from) pieces.push(text.slice(from, hole.start));
    if (pieces.length > PIECES_MAX) break;
    pieces.push(...piecesOf(hole.expression, bindings, depth + 1));
    from = hole.end;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
