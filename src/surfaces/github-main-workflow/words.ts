//! Attributes that are one string or a list of them.

import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import { asTitle } from '../github-reading.ts';
import type { Block } from '../hcl-block.ts';
import { asSpelled, restored } from './templates.ts';

/** The strings of a list; one string as it is. */
export const itemsOf = (expression: Expression | undefined): readonly Expression[] =>
  expression?.kind === 'list'
    ? expression.items.map(asSpelled)
    : expression
      ? [asSpelled(expression)]
      : [];

/** Names: `needs`, `resolves`, `secrets`. */
export const wordsOf = (expression: Expression | undefined): readonly string[] =>
  itemsOf(expression).flatMap(it => literalOf(it) ?? []);

export const nameOf = (block: Block): string => restored(block.labels[0] ?? '');

/** "action `Azure Login`". */
export const titleOf = (block: Block): string => `${block.type} \`${asTitle(nameOf(block))}\``;
