//! `action` blocks, and the order in which a workflow runs them.

import type { Entry } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import { argumentOf, type Block, entriesOf } from '../hcl-block.ts';
import { asSpelled } from './templates.ts';
import { itemsOf, nameOf, titleOf, wordsOf } from './words.ts';

export interface Action {
  readonly name: string;
  /** "action `Azure Login`". */
  readonly title: string;
  readonly block: Block;
  readonly needs: readonly string[];
  /** Variables that the file gives, then secrets. */
  readonly environment: readonly Entry[];
}

export const actionsOf = (blocks: readonly Block[]): readonly Action[] =>
  blocks.map(block => ({
    name: nameOf(block),
    title: titleOf(block),
    block,
    needs: wordsOf(argumentOf(block, 'needs')),
    environment: [...variablesOf(block), ...secretsOf(block)],
  }));

/** `env = { … }` and `env { … }`. */
const variablesOf = (block: Block): readonly Entry[] =>
  [
    ...entriesOf(argumentOf(block, 'env')),
    ...block.blocks('env').flatMap(it => it.arguments()),
  ].map(it => ({ ...it, value: asSpelled(it.value) }));

/** A secret is a variable of the same name. */
const secretsOf = (block: Block): readonly Entry[] =>
  itemsOf(argumentOf(block, 'secrets')).flatMap(item => {
    const [name] = wordsOf(item);
    if (name === undefined) return [];
    const why = { kind: 'held-by-platform', name: `secrets.${name}` } as const;
    return [{ name, value: unknownExpression(why, item.at), at: item.at }];
  });

/** Those that are asked for, each after what it needs; names that no action has are passed over. */
export function inOrder(names: readonly string[], actions: readonly Action[]): readonly Action[] {
  const byName = new Map(actions.map(it => [it.name, it]));
  const ordered: Action[] = [];
  const met = new Set<string>();
  const open = names.toReversed().map((name): Visit => ({ name, isLeaving: false }));
  for (let visit = open.pop(); visit; visit = open.pop()) {
    const { name, isLeaving } = visit;
    const action = byName.get(name);
    if (action && isLeaving) ordered.push(action);
    if (!action || isLeaving || met.has(name)) continue;
    met.add(name);
    open.push({ name, isLeaving: true });
    open.push(...action.needs.toReversed().map(it => ({ name: it, isLeaving: false })));
  }
  return ordered;
}

interface Visit {
  readonly name: string;
  /** All that it needs has been met. */
  readonly isLeaving: boolean;
}
