//! A node of JSON as a value, in a file that says what its strings mean.

import type { Entry, Expression } from '../domain/expression.ts';
import { literal } from '../domain/literal.ts';
import type { Span } from '../domain/span.ts';
import type { JsonMember, JsonNode, JsonString } from '../languages/json/tree.ts';

/** What a kind of file says of the JSON in it. */
export interface JsonMeaning {
  readonly spanOf: (stretch: { readonly start: number; readonly end: number }) => Span;
  readonly textOf: (node: JsonString) => Expression;
  /** For members that are not a name and its value: comments, instructions. `undefined` for the others. */
  readonly entriesOf?: (member: JsonMember) => readonly Entry[] | undefined;
}

/** Null, which is what is not set, becomes an empty string: to everything that asks they are the same. */
export function jsonValue(node: JsonNode, meaning: JsonMeaning): Expression {
  const at = meaning.spanOf(node);
  switch (node.kind) {
    case 'string':
      return meaning.textOf(node);
    case 'number':
    case 'boolean':
      return literal(String(node.value), at);
    case 'null':
      return literal('', at);
    case 'array':
      return { kind: 'list', items: node.items.map(it => jsonValue(it, meaning)), at };
    case 'object':
      return { kind: 'object', entries: jsonEntries(node.members, meaning), at };
  }
}

export const jsonEntries = (
  members: readonly JsonMember[],
  meaning: JsonMeaning,
): readonly Entry[] => members.flatMap(it => meaning.entriesOf?.(it) ?? [jsonEntry(it, meaning)]);

const jsonEntry = (member: JsonMember, meaning: JsonMeaning): Entry => ({
  name: member.name.value,
  value: jsonValue(member.value, meaning),
  at: meaning.spanOf(member),
});
