//! `${{ if }}`, `${{ else }}` and `${{ each }}` as keys: what stands below them counts under a condition, or several times.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/template-expressions

import type { Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { Guard } from '../../languages/github-expression/guards.ts';
import type { YamlEntry, YamlMapping, YamlNode, YamlScalar } from '../../languages/yaml/tree.ts';
import { guardIn } from './conditions.ts';
import { itemName, templateExpression } from './expressions.ts';
import type { Reading } from './reading.ts';
import { textExpression } from './texts.ts';

/** Items of a list, or entries of a mapping, each as a mapping of its own. */
export type Arranged =
  | { readonly kind: 'item'; readonly node: YamlNode; readonly reading: Reading }
  /** `${{ insert }}: x`. */
  | { readonly kind: 'insert'; readonly of: Expression; readonly at: Span }
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

export const isBlock = (key: YamlScalar): boolean => BLOCK.test(key.text);

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
  let ways = 0;
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
    const isElse = open !== undefined && blockHead(unit.entry.key)?.word !== 'if';
    ways = isElse ? ways + 1 : 0;
    // So many ways nobody tells apart: from here on any of them may be.
    const next = ways < DEPTH_MAX ? block : { ...block, guard: 'sometimes' as const };
    if (open && isElse && ways < DEPTH_MAX) open.otherwise.push(next);
    else out.push(next);
    open = next;
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

/** An item that is nothing but blocks stands for what they hold, unless they copy another one. */
const itemUnits = (item: YamlNode): readonly Unit[] =>
  item.kind === 'mapping' &&
  item.entries.length > 0 &&
  item.entries.every(it => isBlock(it.key) && !isCopy(it))
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
  const { word, start, end } = blockHead(key) ?? { word: 'insert', start: 0, end: 0 };
  const { at } = key.region;
  switch (word) {
    case 'insert':
      return value.kind === 'scalar'
        ? { kind: 'insert', of: textExpression(value.region, reading), at }
        : undefined;
    case 'each': {
      const each = eachOf(key, reading);
      if (!each) return undefined;
      const inside = { ...reading, items: new Set([...reading.items, each.name]) };
      const body = arrangedIn(value, shape, inside, depth + 1);
      return { kind: 'repeat', variable: itemName(each.name), items: each.items, body, at };
    }
    default: {
      const guard = word === 'else' ? 'always' : guardIn(key.region, start, end, reading);
      const then = arrangedIn(value, shape, reading, depth + 1);
      return { kind: 'choice', guard, then, otherwise: [], at };
    }
  }
}

/** The word of a block in lower case, and what follows it, in the text of its key; `undefined` for another key. */
export function blockHead(
  key: YamlScalar,
): { readonly word: string; readonly start: number; readonly end: number } | undefined {
  const word = BLOCK.exec(key.text)?.[1]?.toLowerCase();
  if (word === undefined) return undefined;
  const start = /^\s*\$\{\{\s*\w+/.exec(key.text)?.[0].length ?? 0;
  return { word, start, end: Math.max(start, key.text.lastIndexOf('}}')) };
}

/** The name, in lower case, that each of the items has in turn. */
export function eachOf(
  key: YamlScalar,
  reading: Reading,
): { readonly name: string; readonly items: Expression } | undefined {
  const head = blockHead(key);
  if (head?.word !== 'each') return undefined;
  const match = /^\s*([A-Za-z_]\w*)\s+in\s+/.exec(key.text.slice(head.start, head.end));
  const name = match?.[1]?.toLowerCase();
  if (!match || name === undefined) return undefined;
  const items = templateExpression(key.region, head.start + match[0].length, head.end, reading);
  return { name, items };
}

/** `${{ each pair in step }}: ${{ pair.key }}: …`. */
function isCopy({ key, value }: YamlEntry): boolean {
  if (blockHead(key)?.word !== 'each') return false;
  return withoutBlocks(value)?.entries.some(it => KEY_OF_PAIR.test(it.key.text)) ?? false;
}

const KEY_OF_PAIR = /^\s*\$\{\{\s*\w+\.key\s*\}\}\s*$/i;

/** The item of which a mapping takes over the entries. */
export function copiedBy(node: YamlNode, reading: Reading): Expression | undefined {
  const entry = node.kind === 'mapping' ? node.entries.find(isCopy) : undefined;
  return entry && eachOf(entry.key, reading)?.items;
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
