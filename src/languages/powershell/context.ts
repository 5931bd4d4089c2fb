//! One PowerShell text while it is lowered: where it stands in its file, and what was noticed on the way.

import type { Expression } from '../../domain/expression.ts';
import type { Interest } from '../../domain/interest.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Problem, Span } from '../../domain/span.ts';
import { type Source, spanAt } from '../script-text/source.ts';
import type { Stretch } from './operand-tree.ts';

export interface Notes {
  readonly problems: Problem[];
  /** Functions that the text defines, lower case: with a variable they are called as cmdlets are. */
  readonly functions: ReadonlySet<string>;
  /** Variables that hold a list somewhere, and those that hold a block of code. */
  readonly lists: Set<string>;
  readonly blocks: Set<string>;
  /** Which libraries somebody reads calls of. */
  readonly interest: Interest;
}

export interface Context {
  readonly source: Source;
  readonly notes: Notes;
  /** There assignments are the function's own. */
  readonly isInFunction: boolean;
  /** There `break` leaves no loop. */
  readonly isInSwitch: boolean;
  /** There `throw` ends nothing. */
  readonly isInTry: boolean;
  /** The variable that the statement before gave what a single command puts out. */
  readonly asked: string | undefined;
  /** False where the commands inside a value stand before it, as steps of their own. */
  readonly runsValues: boolean;
}

export const placeOf = ({ source }: Context, { start, end }: Stretch): Span =>
  spanAt(source, { pos: start, end });

/** As it is written, holes of the host covered. */
export const spelled = ({ source }: Context, { start, end }: Stretch): string =>
  source.text.slice(start, end);

const SHOWN_MAX = 60;

/** Quotes its source, but for strings: they may be secrets. */
export function notEvaluated(context: Context, stretch: Stretch): Expression {
  const { region } = context.source;
  const text = region.text.slice(stretch.start, Math.min(stretch.end, stretch.start + 400));
  const shown = text
    .replace(/'[^']*'|"[^"]*"/g, '…')
    .replace(/\s+/g, ' ')
    .slice(0, SHOWN_MAX);
  return unknownExpression({ kind: 'not-evaluated', text: shown }, placeOf(context, stretch));
}

export const reference = (
  space: 'variable' | 'argument',
  name: string,
  at: Span,
): Expression & { kind: 'reference' } => ({ kind: 'reference', space, name, at });
