//! One batch text while it is lowered.

import type { Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import { type Source, spanAt } from '../script-text/source.ts';
import type { Statement, Stretch } from './tree.ts';

export interface Context {
  readonly source: Source;
  /** Variables that the text sets, by their names in lower case: cmd does not tell upper from lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** `!x!` is a variable. */
  readonly isDelayed: boolean;
  readonly statements: readonly Statement[];
  /** Where each label stands among the statements. */
  readonly labels: ReadonlyMap<string, number>;
  /** Labels that something goes to or calls; grows while the text is lowered. */
  readonly reached: Set<string>;
  readonly budget: { statementsLeft: number };
  /** How many `pushd` stand before, in the order of the text. */
  readonly folders: { open: number };
}

export const placeOf = (context: Context, { start, end }: Stretch): Span =>
  spanAt(context.source, { pos: start, end });

/** As the text spells it where it sets it. */
export function variable(name: string, { names }: Context, at: Span): Expression {
  const spelled = names.get(name.toLowerCase()) ?? name;
  return { kind: 'reference', space: 'variable', name: spelled, at };
}

/** The function that a label becomes; no command can be called like it. */
export const labelName = (label: string): string => `:${label}`;
