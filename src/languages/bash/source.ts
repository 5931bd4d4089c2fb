//! One shell text while it is lowered: what the parser saw, where it stands in the file, and what was noticed on the way.

import type { ParseError } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { type Hole, type Region, spanOf } from '../../domain/region.ts';
import { isSameSpan, type Problem, type Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';

/** Offsets of nodes are offsets in both `text` and `region.text`. */
export interface Source {
  readonly region: Region;
  /** `region.text` with its holes covered by expansions of the same length. */
  readonly text: string;
}

/** What grows while one program is lowered. */
export interface Notes {
  readonly problems: Problem[];
  /** Run when the program ends: the commands of `trap`. */
  readonly atExit: Step[];
  /** Names declared with `-A`: only they are indexed by a word instead of a number. */
  readonly maps: Set<string>;
  /** How many `pushd` stand before, in the order of the text. */
  folders: number;
  /** What substitutions give and run, by node. */
  readonly outputs: Map<object, Expression>;
  readonly steps: Map<object, readonly Step[]>;
}

export interface Context {
  readonly source: Source;
  readonly notes: Notes;
  /** How many substitutions stand around. */
  readonly depth: number;
  readonly isInFunction: boolean;
  /** Where `{ …; } >> file` sends what the commands inside print. */
  readonly output: Output | undefined;
}

/** `undefined` targets are no file: `/dev/null`, another descriptor. */
export interface Output {
  readonly target: Expression | undefined;
  readonly appends: boolean;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly hole: Hole | undefined;
}

interface Range {
  readonly pos: number;
  readonly end: number;
}

export const spanAt = (source: Source, node: Range): Span =>
  spanOf(source.region, node.pos, node.end);

/** Of one script; more say nothing new. */
export const PROBLEMS_MAX = 20;

/** The first error explains the others. */
export function noteError(
  errors: readonly ParseError[] | undefined,
  source: Source,
  notes: Notes,
): void {
  const [error] = errors ?? [];
  if (!error || notes.problems.length >= PROBLEMS_MAX) return;
  // What is missing at the end is missed after the last thing that is there.
  const pos = Math.min(error.pos, source.text.trimEnd().length);
  const at = spanAt(source, { pos, end: pos });
  const message = isForZsh(source.region)
    ? 'written for zsh, whose own syntax is not read'
    : `not valid shell: ${error.message}`;
  const isNoted = notes.problems.some(it => isSameSpan(it.at, at) && it.message === message);
  if (!isNoted) notes.problems.push({ at, message });
}

const isForZsh = ({ at, text }: Region): boolean =>
  /\.zsh$/i.test(at.path) || /^#!.*\bzsh\b/.test(text);

/** guest[start, end) as holes and the text between them. */
export function stretchesOf(region: Region, start: number, end: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = start;
  for (let index = firstHoleAfter(region, start); index < region.holes.length; index += 1) {
    const hole = region.holes[index];
    if (!hole || hole.start >= end) break;
    if (hole.start > from) stretches.push({ start: from, end: hole.start, hole: undefined });
    // A hole that began earlier was taken by the part before.
    if (hole.start >= start) stretches.push({ start: hole.start, end: hole.end, hole });
    from = hole.end;
  }
  if (from < end) stretches.push({ start: from, end, hole: undefined });
  return stretches;
}

/** The hole that [start, end) touches first. */
export function holeAt(region: Region, start: number, end: number): Hole | undefined {
  const hole = region.holes[firstHoleAfter(region, start)];
  return hole && hole.start < end ? hole : undefined;
}

/** Index of the first hole that ends after `offset`. */
function firstHoleAfter(region: Region, offset: number): number {
  let low = 0;
  let high = region.holes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((region.holes[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
