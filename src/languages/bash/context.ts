//! One shell text while it is lowered: where its steps stand, and what was noticed on the way.

import type { ParseError } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import type { Region } from '../../domain/region.ts';
import { isSameSpan, type Problem } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { type Source, spanAt } from '../script-text/source.ts';

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
