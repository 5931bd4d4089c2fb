//! Text of a Makefile with its `$(…)`: verbatim stretches, and expressions for what make puts in.

import type { Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import { type Region, spanOf } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import { type Piece, stringOf } from '../script-text/strings.ts';
import { callFunction } from './functions.ts';
import { closing } from './lines.ts';
import type { Stretch } from './tree.ts';

/** What make puts in while it reads one file. */
export interface Expanding {
  /** The whole file. */
  readonly region: Region;
  /** Bodies of `define`, by name: they are put in where they are used. */
  readonly macros: ReadonlyMap<string, Stretch>;
  /** Values of variables that `$(call …)` may give arguments. */
  readonly callable: ReadonlyMap<string, Stretch>;
  /** Variables that hold nothing but signs for make: `Q := @`. */
  readonly quiet: ReadonlySet<string>;
  /** What `$@`, `$<` and `$(1)` stand for. */
  readonly bound: ReadonlyMap<string, Expression>;
  /** How many macros stand around. */
  readonly depth: number;
}

/** Macros may call each other; deeper than this they call themselves. */
const MACROS_DEEP_MAX = 6;

export function expanded(stretch: Stretch, expanding: Expanding): Expression {
  const at = placeOf(stretch, expanding);
  return stringOf(piecesOf(stretch, expanding), expanding.region, at);
}

export const placeOf = ({ start, end }: Stretch, { region }: Expanding): Span =>
  spanOf(region, start, end);

export function piecesOf({ start, end }: Stretch, expanding: Expanding): readonly Piece[] {
  const { text } = expanding.region;
  const pieces: Piece[] = [];
  let from = start;
  for (let at = text.indexOf('$', start); at >= 0 && at < end; at = text.indexOf('$', from)) {
    if (from < at) pieces.push({ kind: 'verbatim', start: from, end: at });
    const next = text.charAt(at + 1);
    if (next === '$') {
      pieces.push({ kind: 'verbatim', start: at, end: at + 1 });
      from = at + 2;
      continue;
    }
    const isBracketed = next === '(' || next === '{';
    const close = isBracketed ? closing(text, at + 1, end) : at + 1;
    from = Math.min(close + 1, end);
    const inside = isBracketed
      ? { start: at + 2, end: close }
      : { start: at + 1, end: Math.min(at + 2, end) };
    pieces.push(...referencePieces(inside, { start: at, end: from }, expanding));
  }
  if (from < end) pieces.push({ kind: 'verbatim', start: from, end });
  return pieces;
}

/** A macro is several pieces, everything else one expression. */
function referencePieces(inside: Stretch, whole: Stretch, expanding: Expanding): readonly Piece[] {
  const name = expanding.region.text.slice(inside.start, inside.end).trim();
  const macro = expanding.macros.get(name);
  if (macro) return macroPieces(macro, [], expanding);
  const expression = referenced(name, inside, whole, expanding);
  return [{ kind: 'hole', ...whole, expression }];
}

/** `$(call name,a,b)` and `$(name)` of a `define`. */
export function macroPieces(
  macro: Stretch,
  args: readonly Expression[],
  expanding: Expanding,
): readonly Piece[] {
  if (expanding.depth >= MACROS_DEEP_MAX) return [];
  const bound = new Map(expanding.bound);
  for (const [index, argument] of args.entries()) bound.set(String(index + 1), argument);
  return recipePieces(macro, { ...expanding, bound, depth: expanding.depth + 1 });
}

/** Lines of a recipe without what make takes for itself: white space, `@`, `-` and `+` at their beginning. */
export function recipePieces({ start, end }: Stretch, expanding: Expanding): readonly Piece[] {
  const { text } = expanding.region;
  const pieces: Piece[] = [];
  for (let from = start; from < end; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline >= end ? end : newline + 1;
    const isContinuation = /\\\r?\n$/.test(text.slice(Math.max(start, from - 3), from));
    const head = isContinuation ? from : behindSigns(from, to, expanding);
    pieces.push(...piecesOf({ start: head, end: to }, expanding));
    from = to;
  }
  return pieces;
}

const SIGNS = /[ \t@+-]*(?:\$[({](\w+)[)}])?/y;

function behindSigns(from: number, to: number, { region, quiet }: Expanding): number {
  let at = from;
  for (;;) {
    SIGNS.lastIndex = at;
    const match = SIGNS.exec(region.text);
    const name = match?.[1];
    const length = match?.[0].length ?? 0;
    if (name === undefined) return Math.min(at + length, to);
    if (!quiet.has(name)) return Math.min(at + length - name.length - '$()'.length, to);
    at += length;
  }
}

/** Variables that make sets itself, and that are worth knowing. */
function referenced(
  name: string,
  inside: Stretch,
  whole: Stretch,
  expanding: Expanding,
): Expression {
  const at = placeOf(whole, expanding);
  const { text } = expanding.region;
  const bound = expanding.bound.get(name);
  if (bound) return bound;
  const found = callFunction(inside, at, expanding);
  if (found) return found;
  if (name === 'CURDIR') return { kind: 'reference', space: 'variable', name: 'PWD', at };
  if (/^[A-Za-z_][\w.-]*$/.test(name)) return { kind: 'reference', space: 'variable', name, at };
  return notEvaluated(text.slice(whole.start, whole.end), at);
}

export const notEvaluated = (text: string, at: Span): Expression =>
  unknownExpression({ kind: 'not-evaluated', text: text.slice(0, 60) }, at);
