//! What one file is read with, and its values, mappings and problems.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Problem, Span } from '../../domain/span.ts';
import {
  isEmpty,
  kindInWords,
  type YamlMapping,
  type YamlNode,
} from '../../languages/yaml/tree.ts';
import { withoutBlocks } from './blocks.ts';
import { textExpression } from './texts.ts';

export interface Reading {
  /** Of the file, relative to the root. */
  readonly path: string;
  readonly problems: Problem[];
  /** `parameters.name`; the name is lower case. */
  readonly parameter: (name: string, at: Span) => Expression;
  /** Variables of the `each` blocks around, lower case. */
  readonly items: ReadonlySet<string>;
}

export function report(reading: Reading, at: Span, message: string): void {
  reading.problems.push({ at, message });
}

export function nodeValue(node: YamlNode, reading: Reading): Expression {
  switch (node.kind) {
    case 'scalar':
      return isEmpty(node) ? literal('', node.at) : textExpression(node.region, reading);
    case 'sequence':
      return { kind: 'list', items: node.items.map(it => nodeValue(it, reading)), at: node.at };
    case 'mapping':
      return { kind: 'object', entries: namedValues(node, reading), at: node.at };
  }
}

/** `env`, `inputs`: a name that stands in several blocks may have any one of their values. */
export function namedValues(
  node: YamlNode | undefined,
  reading: Reading,
  nameOf: (key: string) => string = it => it,
): readonly Entry[] {
  const byName = new Map<string, Entry>();
  for (const { key, value, at } of withoutBlocks(node)?.entries ?? []) {
    const name = nameOf(key.text);
    const before = byName.get(name);
    const given = nodeValue(value, reading);
    const all = before
      ? { kind: 'choice' as const, options: [before.value, given], at: before.at }
      : given;
    byName.set(name, { name, value: all, at: before?.at ?? at });
  }
  return [...byName.values()];
}

/** Its blocks opened; `undefined` and a problem when something else stands there. */
export function mappingAt(
  node: YamlNode | undefined,
  what: string,
  reading: Reading,
): YamlMapping | undefined {
  if (node?.kind === 'mapping') return withoutBlocks(node);
  if (node && !isEmpty(node) && !isTemplateText(node)) {
    report(reading, node.at, `${what} is ${kindInWords(node)}, not a mapping, and was not read`);
  }
  return undefined;
}

/** What an expression puts there, which whoever gives it says. */
export const isTemplateText = (node: YamlNode): boolean =>
  node.kind === 'scalar' && node.text.trim().startsWith('${{');

/** As people gave it, on one line of bounded length. */
export const asTitle = (name: string): string => name.trim().replace(/\s+/g, ' ').slice(0, 80);
