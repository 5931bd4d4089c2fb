//! The tree of a JSON text: every node with its offsets, nothing as a plain object.

import type { Segment } from '../../domain/region.ts';

export type JsonNode =
  | JsonObject
  | JsonArray
  | JsonString
  | JsonNumber
  | {
      readonly kind: 'boolean';
      readonly value: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'null'; readonly start: number; readonly end: number };

/** Members in the order of the text; a name may stand there twice, or be `__proto__`. */
export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  readonly start: number;
  readonly end: number;
}

export interface JsonMember {
  readonly name: JsonString;
  readonly value: JsonNode;
  readonly start: number;
  readonly end: number;
}

export interface JsonArray {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly start: number;
  readonly end: number;
}

export interface JsonString {
  readonly kind: 'string';
  /** Decoded. */
  readonly value: string;
  /** Where the stretches of `value` without escapes stand in the text. */
  readonly segments: readonly Segment[];
  /** With the quotes. */
  readonly start: number;
  readonly end: number;
}

export interface JsonNumber {
  readonly kind: 'number';
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

export interface JsonError {
  /** Lower case, no full stop. */
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The value of the last member of that name, the one that counts; `undefined` for anything but an object that has it. */
export function valueNamed(node: JsonNode | undefined, name: string): JsonNode | undefined {
  return node?.kind === 'object'
    ? node.members.findLast(member => member.name.value === name)?.value
    : undefined;
}
