//! What stands where a value is expected: texts, lists, and mappings into which others are put.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/template-expressions#insertion

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import { type Guard, whenOf } from '../../languages/github-expression/guards.ts';
import { isEmpty, type YamlNode } from '../../languages/yaml/tree.ts';
import { type Arranged, arranged } from './blocks.ts';
import { itemName } from './expressions.ts';
import { isTemplateText, type Reading } from './reading.ts';
import { textExpression } from './texts.ts';

export function nodeValue(node: YamlNode, reading: Reading): Expression {
  switch (node.kind) {
    case 'scalar':
      return isEmpty(node) ? literal('', node.at) : textExpression(node.region, reading);
    case 'sequence':
      return reading.handOver(node, reading) ?? listOf(arranged(node, reading), node.at);
    case 'mapping':
      return { kind: 'object', entries: namedValues(node, reading), at: node.at };
  }
}

function listOf(all: readonly Arranged[], at: Span): Expression {
  const parts: Expression[] = [];
  let items: Expression[] = [];
  const flush = (): void => {
    if (items.length > 0) parts.push({ kind: 'list', items, at });
    items = [];
  };
  for (const it of all) {
    if (it.kind === 'item') {
      items.push(nodeValue(it.node, it.reading));
      continue;
    }
    flush();
    parts.push(partOfList(it));
  }
  flush();
  const [only = { kind: 'list', items: [], at }, ...others] = parts;
  return others.length === 0 ? only : { kind: 'call', name: 'concat', args: parts, at };
}

function partOfList(it: Exclude<Arranged, { kind: 'item' }>): Expression {
  const { at } = it;
  if (it.kind === 'choice') {
    return chosen(it.guard, listOf(it.then, at), listOf(it.otherwise, at), at);
  }
  return unknownExpression({ kind: 'not-evaluated', text: 'a list that a template makes' }, at);
}

function chosen(guard: Guard, then: Expression, otherwise: Expression, at: Span): Expression {
  if (guard === 'always') return then;
  if (guard === 'never') return otherwise;
  return { kind: 'choice', options: [then, otherwise], ...whenOf(guard), at };
}

/** `env`, `inputs`: what stands under a condition is there when it holds. */
export function namedValues(node: YamlNode | undefined, reading: Reading): readonly Entry[] {
  if (!node) return [];
  if (node.kind === 'mapping') return entriesIn(arranged(node, reading));
  return isTemplateText(node) ? [spread(nodeValue(node, reading))] : [];
}

function entriesIn(all: readonly Arranged[]): readonly Entry[] {
  const byName = new Map<string, Entry>();
  const spreads: Entry[] = [];
  const isLong = all.filter(it => it.kind === 'choice').length > CHOICES_MAX;
  for (const it of all) {
    for (const entry of partsOf(it, isLong ? NONE : byName)) {
      if (entry.isSpread) spreads.push(entry);
      else byName.set(entry.name, entry);
    }
  }
  return [...spreads, ...byName.values()];
}

/** More conditions than these are each looked at alone. */
const CHOICES_MAX = 50;

const NONE: ReadonlyMap<string, Entry> = new Map();

function partsOf(it: Arranged, before: ReadonlyMap<string, Entry>): readonly Entry[] {
  switch (it.kind) {
    case 'item':
      return it.node.kind === 'mapping'
        ? it.node.entries.map(({ key, value, at }) => ({
            name: key.text,
            value: nodeValue(value, it.reading),
            at,
          }))
        : [];
    case 'insert':
      return [spread(it.of)];
    case 'choice':
      return chosenEntries(it, before);
    case 'repeat': {
      const of = spreadIn(it);
      return of ? [spread(of)] : [];
    }
  }
}

function chosenEntries(
  { guard, then, otherwise, at }: Arranged & { kind: 'choice' },
  before: ReadonlyMap<string, Entry>,
): readonly Entry[] {
  const both = [entriesIn(then), entriesIn(otherwise)];
  const [first, second] = both.map(all => new Map(all.map(it => [it.name, it.value])));
  const nothing: Expression = { kind: 'choice', options: [], at };
  return both.flat().map(({ name, isSpread }) => {
    const outside = before.get(name)?.value ?? nothing;
    const value = chosen(guard, valueIn(first, name, outside), valueIn(second, name, outside), at);
    return { name, value, ...(isSpread ? { isSpread } : {}), at };
  });
}

/** Its own, or that of what is put into it. */
function valueIn(
  values: ReadonlyMap<string, Expression> | undefined,
  name: string,
  outside: Expression,
): Expression {
  const own = values?.get(name);
  const put = values?.get(SPREAD);
  if (own || !put) return own ?? outside;
  return { kind: 'member', of: put, name, at: put.at };
}

const SPREAD = '';

const spread = (value: Expression): Entry => ({
  name: SPREAD,
  isSpread: true,
  value,
  at: value.at,
});

/** An `each` that puts in names and values as they are; `undefined` for one that changes them. */
function spreadIn({
  variable,
  items,
  body,
}: Arranged & { kind: 'repeat' }): Expression | undefined {
  const isPair = body.some(it => {
    const [entry] = it.kind === 'item' && it.node.kind === 'mapping' ? it.node.entries : [];
    const name = entry && /^\s*\$\{\{\s*(\w+)\.(?:key|name)\s*\}\}\s*$/i.exec(entry.key.text)?.[1];
    const value = entry?.value.kind === 'scalar' ? entry.value.text : '';
    const isValue = /^\s*\$\{\{\s*\w+\.value\s*\}\}\s*$/i.test(value);
    return name !== undefined && itemName(name) === variable && isValue;
  });
  if (isPair) return { kind: 'call', name: 'named-values', args: [items], at: items.at };
  const [only] = body;
  return only?.kind === 'choice'
    ? spreadIn({ ...only, kind: 'repeat', variable, items, body: only.then })
    : undefined;
}

/** What a template is given: its parameters are not told apart by upper and lower case. */
export const parameterValues = (node: YamlNode | undefined, reading: Reading): readonly Entry[] =>
  namedValues(node, reading).map(it =>
    it.isSpread
      ? { ...it, value: { kind: 'call', name: 'lower-names', args: [it.value], at: it.at } }
      : { ...it, name: it.name.toLowerCase() },
  );
