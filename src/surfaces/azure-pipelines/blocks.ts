//! `${{ if }}`, `${{ else }}` and `${{ each }}` as keys: what stands below them counts under a condition, or several times.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/template-expressions

import type { Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from '../../languages/yaml/tree.ts';
import { ALWAYS, type Guard, guardIn } from './conditions.ts';
import { itemName, templateExpression } from './expressions.ts';
import type { Reading } from './reading.ts';

/** Items of a list, or entries of a mapping, each as a mapping of its own. */
export type Arranged =
  | { readonly kind: 'item'; readonly node: YamlNode; readonly reading: Reading }
  | {
      readonly kind: 'choice';
      readonly guard: Guard;
      readonly then: readonly Arranged[];
      readonly otherwise: Arranged[];
      readonly at: Span;
    }
  | {
      readonly kind: 'repeat';
      readonly variable: string;
      readonly items: Expression;
      readonly body: readonly Arranged[];
      readonly at: Span;
    };

const BLOCK = /^\s*\$\{\{\s*(if|elseif|else|each|insert)\b([\s\S]*?)\}\}\s*$/i;

const isBlock = (key: YamlScalar): boolean => BLOCK.test(key.text);

/** Deeper than this nobody nests. */
const DEPTH_MAX = 50;

/** In a list a mapping is one item; in a mapping each of its entries is one. */
type Shape = 'list' | 'mapping';

export const arranged = (node: YamlNode | undefined, reading: Reading): readonly Arranged[] =>
  arrangedIn(node, node?.kind === 'mapping' ? 'mapping' : 'list', reading, 0);

function arrangedIn(
  node: YamlNode | undefined,
  shape: Shape,
  reading: Reading,
  depth: number,
): readonly Arranged[] {
  if (!node || depth > DEPTH_MAX) return [];
  const out: Arranged[] = [];
  /** Where an `else` goes on. */
  let open: (Arranged & { kind: 'choice' }) | undefined;
  for (const unit of unitsOf(node, shape)) {
    if (unit.kind === 'node') {
      open = undefined;
      out.push({ kind: 'item', node: unit.node, reading });
      continue;
    }
    const block = blockOf(unit.entry, shape, reading, depth);
    if (block?.kind !== 'choice') {
      open = undefined;
      if (block) out.push(block);
      continue;
    }
    if (open && !/^\s*\$\{\{\s*if\b/i.test(unit.entry.key.text)) open.otherwise.push(block);
    else out.push(block);
    open = block;
  }
  return out;
}

type Unit =
  | { readonly kind: 'node'; readonly node: YamlNode }
  | { readonly kind: 'block'; readonly entry: YamlEntry };

function unitsOf(node: YamlNode, shape: Shape): readonly Unit[] {
  switch (node.kind) {
    case 'scalar':
      return [];
    case 'sequence':
      return node.items.flatMap(itemUnits);
    case 'mapping':
      return shape === 'list' ? itemUnits(node) : node.entries.map(entryUnit);
  }
}

/** An item that is nothing but blocks stands for what they hold. */
const itemUnits = (item: YamlNode): readonly Unit[] =>
  item.kind === 'mapping' && item.entries.length > 0 && item.entries.every(it => isBlock(it.key))
    ? item.entries.map(entryUnit)
    : [{ kind: 'node', node: item }];

const entryUnit = (entry: YamlEntry): Unit =>
  isBlock(entry.key)
    ? { kind: 'block', entry }
    : { kind: 'node', node: { kind: 'mapping', entries: [entry], at: entry.at } };

/** `undefined` for one whose names only whoever calls the template knows. */
function blockOf(
  { key, value }: YamlEntry,
  shape: Shape,
  reading: Reading,
  depth: number,
): Exclude<Arranged, { kind: 'item' }> | undefined {
  const word = BLOCK.exec(key.text)?.[1]?.toLowerCase();
  const { start, end } = bodyOf(key);
  const { at } = key.region;
  switch (word) {
    case 'insert':
      return undefined;
    case 'each': {
      const match = /^\s*([A-Za-z_]\w*)\s+in\s+/.exec(key.text.slice(start, end));
      const name = match?.[1]?.toLowerCase();
      if (!match || name === undefined) return undefined;
      const items = templateExpression(key.region, start + match[0].length, end, reading);
      const inside = { ...reading, items: new Set([...reading.items, name]) };
      const body = arrangedIn(value, shape, inside, depth + 1);
      return { kind: 'repeat', variable: itemName(name), items, body, at };
    }
    default: {
      const guard = word === 'else' ? ALWAYS : guardIn(key.region, start, end, reading);
      const then = arrangedIn(value, shape, reading, depth + 1);
      return { kind: 'choice', guard, then, otherwise: [], at };
    }
  }
}

/** What follows the word of a block, in the text of its key. */
function bodyOf(key: YamlScalar): { readonly start: number; readonly end: number } {
  const match = /^\s*\$\{\{\s*\w+/.exec(key.text);
  const start = match?.[0].length ?? 0;
  return { start, end: Math.max(start, key.text.lastIndexOf('}}')) };
}

/** A mapping with all that its blocks hold; `undefined` for what is no mapping. */
export function withoutBlocks(node: YamlNode | undefined, depth = 0): YamlMapping | undefined {
  if (node?.kind !== 'mapping') return undefined;
  if (depth > DEPTH_MAX || !node.entries.some(it => isBlock(it.key))) return node;
  const entries = node.entries.flatMap(entry =>
    isBlock(entry.key) ? (withoutBlocks(entry.value, depth + 1)?.entries ?? []) : [entry],
  );
  return { ...node, entries };
}
