//! Values, environments and inputs of a GitHub file, read with the contexts of their place.

import type { Entry, Expression } from '../domain/expression.ts';
import { literal, unknownExpression } from '../domain/literal.ts';
import type { Problem, Span } from '../domain/span.ts';
import { expressionOf } from '../languages/github-expression/holes.ts';
import type { ContextReader, Contexts } from '../languages/github-expression/meaning.ts';
import {
  entriesOf,
  isEmpty,
  kindInWords,
  textOf,
  type YamlMapping,
  type YamlNode,
} from '../languages/yaml/tree.ts';

export interface Reading {
  readonly contexts: Contexts;
  readonly problems: Problem[];
}

export const newReading = (problems: Problem[]): Reading => ({
  contexts: { read: () => undefined, isBoolean: () => false },
  problems,
});

/** Contexts of an inner place: they come before those of the outer one. */
export const within = (
  { contexts, problems }: Reading,
  read: ContextReader,
  isBoolean: Contexts['isBoolean'] = () => false,
): Reading => ({
  contexts: {
    ...contexts,
    read: (path, at) => read(path, at) ?? contexts.read(path, at),
    isBoolean: path => isBoolean(path) || contexts.isBoolean(path),
  },
  problems,
});

export function nodeValue(node: YamlNode, reading: Reading): Expression {
  switch (node.kind) {
    case 'scalar':
      return isEmpty(node) ? literal('', node.at) : expressionOf(node.region, reading.contexts);
    case 'sequence':
      return { kind: 'list', items: node.items.map(item => nodeValue(item, reading)), at: node.at };
    case 'mapping': {
      const entries = node.entries.map(({ key, value, at }) => ({
        name: key.text,
        value: nodeValue(value, reading),
        at,
      }));
      return { kind: 'object', entries, at: node.at };
    }
  }
}

/** `env:` and `with:`. A whole mapping that an expression gives holds names that nobody can know. */
export function namedValues(
  node: YamlNode | undefined,
  what: string,
  reading: Reading,
): readonly Entry[] {
  if (isEmpty(node) || isOneExpression(node)) return [];
  const mapping = mappingOf(node, what, reading);
  return entriesOf(mapping).map(({ key, value, at }) => ({
    name: key.text,
    value: nodeValue(value, reading),
    at,
  }));
}

const isOneExpression = (node: YamlNode | undefined): boolean =>
  textOf(node)?.trim().startsWith('${{') === true;

/** `undefined` and a problem when something else stands there; `undefined` alone when nothing does. */
export function mappingOf(
  node: YamlNode | undefined,
  what: string,
  reading: Reading,
): YamlMapping | undefined {
  if (node?.kind === 'mapping') return node;
  if (node && !isEmpty(node)) {
    report(reading, node.at, `${what} is ${kindInWords(node)}, not a mapping, and was not read`);
  }
  return undefined;
}

export function report(reading: Reading, at: Span, message: string): void {
  reading.problems.push({ at, message });
}

/** A name as people gave it, on one line of bounded length. */
export const asTitle = (name: string): string => name.trim().replace(/\s+/g, ' ').slice(0, 80);

/** Of a literal; the first literal of a choice; `undefined` for what only a run can tell. */
export function firstText(expression: Expression): string | undefined {
  if (expression.kind === 'choice') {
    for (const option of expression.options) {
      const found = firstText(option);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  return expression.kind === 'text' && expression.region.holes.length === 0
    ? expression.region.text
    : undefined;
}

export const unknownHere = (spelled: string, at: Span): Expression =>
  unknownExpression({ kind: 'not-evaluated', text: spelled.slice(0, 60) }, at);
