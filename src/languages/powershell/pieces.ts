//! Strings and bare words: their characters with escapes undone, values and the host's holes in between.

import type { Expression } from '../../domain/expression.ts';
import { stretchesOf } from '../script-text/source.ts';
import { type Piece, stringOf } from '../script-text/strings.ts';
import { type Context, placeOf } from './context.ts';
import type { Operand, PsPart, PsString, PsWord } from './operand-tree.ts';
import { operandValue } from './values.ts';

type Escapes = PsString['escapes'] | 'bare';

/** As a path, `\` counts as `/`. */
export function stringValue(
  node: PsString | PsWord,
  context: Context,
  manner: 'plain' | 'path' = 'plain',
): Expression {
  const pieces = piecesOf(node, context);
  const { region } = context.source;
  const all = manner === 'path' ? pieces.flatMap(it => pathPieces(it, region.text)) : pieces;
  return stringOf(all, region, placeOf(context, node));
}

export function piecesOf(node: PsString | PsWord, context: Context): readonly Piece[] {
  const escapes = node.kind === 'string' ? node.escapes : 'bare';
  return node.parts.flatMap(part => partPieces(part, escapes, context));
}

function partPieces(part: PsPart, escapes: Escapes, context: Context): readonly Piece[] {
  if (part.kind === 'text') return textPieces(part.start, part.end, escapes, context);
  const { operand } = part;
  if (operand.kind === 'string' || operand.kind === 'word') return piecesOf(operand, context);
  const { start, end } = operand;
  return [{ kind: 'hole', start, end, expression: operandValue(operand, context) }];
}

function textPieces(
  start: number,
  end: number,
  escapes: Escapes,
  context: Context,
): readonly Piece[] {
  const { region } = context.source;
  return stretchesOf(region, start, end).flatMap(stretch =>
    stretch.hole
      ? [{ ...stretch, kind: 'hole' as const, expression: stretch.hole.expression }]
      : escapedPieces(region.text, stretch.start, stretch.end, escapes),
  );
}

const ESCAPE: Readonly<Record<Escapes, RegExp | undefined>> = {
  none: undefined,
  'doubled-single': /['\u2018-\u201b]{2}/g,
  backtick: /`(?:\r\n|[\s\S])|["\u201c-\u201e]{2}/g,
  bare: /`(?:\r\n|[\s\S])/g,
};

const CONTROL: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['e', '\x1b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
]);

function escapedPieces(
  text: string,
  start: number,
  end: number,
  escapes: Escapes,
): readonly Piece[] {
  const pattern = ESCAPE[escapes];
  const pieces: Piece[] = [];
  let from = start;
  for (const match of pattern ? text.slice(start, end).matchAll(pattern) : []) {
    const at = start + match.index;
    pieces.push({ kind: 'verbatim', start: from, end: at });
    const letter = match[0].charAt(1);
    const isControl = match[0].startsWith('`');
    pieces.push({ kind: 'decoded', text: (isControl && CONTROL.get(letter)) || letter });
    from = at + match[0].length;
  }
  return [...pieces, { kind: 'verbatim', start: from, end }];
}

function pathPieces(piece: Piece, text: string): readonly Piece[] {
  if (piece.kind === 'decoded') return [{ ...piece, text: piece.text.replaceAll('\\', '/') }];
  if (piece.kind === 'hole') return [piece];
  const chunks = text.slice(piece.start, piece.end).split('\\');
  let from = piece.start;
  return chunks.flatMap((chunk, index): readonly Piece[] => {
    const start = from;
    from += chunk.length + 1;
    const verbatim = { kind: 'verbatim' as const, start, end: start + chunk.length };
    return index === 0 ? [verbatim] : [{ kind: 'decoded', text: '/' }, verbatim];
  });
}

/** What a word without values spells; `undefined` for the others. */
export function staticText(node: Operand | undefined, context: Context): string | undefined {
  if (node?.kind !== 'string' && node?.kind !== 'word') return undefined;
  const { region } = context.source;
  let text = '';
  for (const piece of piecesOf(node, context)) {
    if (piece.kind === 'hole') return undefined;
    text += piece.kind === 'decoded' ? piece.text : region.text.slice(piece.start, piece.end);
  }
  return text;
}
