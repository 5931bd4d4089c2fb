//! A Terraform block as the rest of this surface sees it, whether the file is HCL or JSON.

import type { Entry, Expression } from '../domain/expression.ts';
import { literalOf } from '../domain/literal.ts';
import type { Span } from '../domain/span.ts';

export interface Block {
  /** `resource`, `provider`, `identity` … */
  readonly type: string;
  readonly labels: readonly string[];
  /** Its head: `provider "azurerm"`. */
  readonly at: Span;
  /** In the order of the file; `null` is an empty string. */
  arguments(): readonly Entry[];
  /** Those inside it of that type; a `dynamic` one counts as its content. */
  blocks(type: string): readonly Block[];
}

/** Of Terraform's top level and of what nests in it; in JSON the labels are levels of objects. */
export const LABELS: ReadonlyMap<string, number> = new Map([
  ['resource', 2],
  ['data', 2],
  ['ephemeral', 2],
  ['module', 1],
  ['provider', 1],
  ['variable', 1],
  ['output', 1],
  ['backend', 1],
  ['provisioner', 1],
  ['dynamic', 1],
]);

export const DYNAMIC = 'dynamic';
export const CONTENT = 'content';

/** `undefined` for one that is empty or `null`: it says no more than a missing one. */
export function argumentOf(block: Block, name: string): Expression | undefined {
  const value = block.arguments().find(it => it.name === name)?.value;
  return value && literalOf(value) === '' ? undefined : value;
}

/** `null_resource.login`, `data.external.token`. */
export const addressOf = (block: Block): string =>
  [...(block.type === 'resource' ? [] : [block.type]), ...block.labels].join('.');

/** The blocks at the end of a path of block types; the block itself for an empty one. */
export const blocksAt = (block: Block, path: readonly string[]): readonly Block[] => {
  const [first, ...rest] = path;
  return first === undefined
    ? [block]
    : block.blocks(first).flatMap(inner => blocksAt(inner, rest));
};

/** The values of an argument below a path of block types: `source.script`. */
export function valuesAt(block: Block, dotted: string): readonly Expression[] {
  const path = dotted.split('.');
  const name = path.at(-1) ?? '';
  return blocksAt(block, path.slice(0, -1)).flatMap(it => argumentOf(it, name) ?? []);
}

/** An object of entries, as the declaration at `at` says them. */
export const objectOf = (entries: readonly Entry[], at: Span): Expression => ({
  kind: 'object',
  entries,
  at,
});

/** What is given inside an object or a merge of objects; nothing of what is not spelled out. */
export function entriesOf(expression: Expression | undefined): readonly Entry[] {
  if (expression?.kind === 'object') return expression.entries;
  return expression?.kind === 'call' && expression.name === 'merge'
    ? expression.args.flatMap(entriesOf)
    : [];
}
