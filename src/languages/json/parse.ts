//! JSON text to a tree, as Azure Resource Manager and editors read it: with comments, trailing commas and line ends in strings.

import { readBare, readBareName } from './bare.ts';
import { END, next, passNested, type Reader, report } from './reader.ts';
import { readString } from './string.ts';
import type { JsonArray, JsonError, JsonMember, JsonNode, JsonObject } from './tree.ts';

export interface JsonText {
  /** `undefined` when there is no value at all. */
  readonly root: JsonNode | undefined;
  readonly errors: readonly JsonError[];
}

/** Deeper objects and arrays are passed over, with an error. */
const DEPTH_MAX = 200;

const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const BRACKET_OPEN = 0x5b;
const BRACKET_CLOSE = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;

/** A stretch of the text that some template engine replaces before anybody reads the JSON: `${var.x["a"]}`. */
export interface JsonHole {
  readonly start: number;
  readonly end: number;
}

/**
 * Never throws; what cannot be read is left out of the tree and is an error. Holes lie in the text without overlap: in a
 * string they are part of it, whatever quotes they hold, and one where a value stands is a string of itself.
 */
export function parseJson(text: string, holes: readonly JsonHole[] = []): JsonText {
  const ends = new Map(holes.filter(it => it.end > it.start).map(it => [it.start, it.end]));
  const reader: Reader = { text, errors: [], holes: ends, position: 0, depth: 0 };
  const root = readValue(reader);
  const after = next(reader);
  if (root === undefined && reader.errors.length === 0) report(reader, 'a value is missing');
  if (after !== END) report(reader, 'something stands after the value');
  return { root, errors: reader.errors };
}

function readValue(reader: Reader): JsonNode | undefined {
  switch (next(reader)) {
    case END:
      return undefined;
    case BRACE_OPEN:
      return readObject(reader);
    case BRACKET_OPEN:
      return readArray(reader);
    case DOUBLE_QUOTE:
    case SINGLE_QUOTE:
      return readString(reader);
  }
  return readBare(reader);
}

function readObject(reader: Reader): JsonObject {
  const members: JsonMember[] = [];
  const { start, end } = readBracketed(reader, BRACE_CLOSE, BRACKET_CLOSE, () => {
    const member = readMember(reader);
    if (member) members.push(member);
  });
  return { kind: 'object', members, start, end };
}

function readArray(reader: Reader): JsonArray {
  const items: JsonNode[] = [];
  const { start, end } = readBracketed(reader, BRACKET_CLOSE, BRACE_CLOSE, () => {
    const item = readValue(reader);
    if (item) items.push(item);
  });
  return { kind: 'array', items, start, end };
}

/** `read` is called at the start of each element and moves on by at least one code unit. */
function readBracketed(
  reader: Reader,
  close: number,
  foreignClose: number,
  read: () => void,
): { start: number; end: number } {
  const start = reader.position;
  reader.position += 1;
  reader.depth += 1;
  if (reader.depth > DEPTH_MAX) {
    report(reader, `nested deeper than ${DEPTH_MAX} levels`, start);
    passNested(reader);
  } else {
    readElements(reader, start, close, foreignClose, read);
  }
  reader.depth -= 1;
  return { start, end: reader.position };
}

function readElements(
  reader: Reader,
  start: number,
  close: number,
  foreignClose: number,
  read: () => void,
): void {
  let needsComma = false;
  for (;;) {
    const code = next(reader);
    if (code === close) {
      reader.position += 1;
      return;
    }
    if (code === END || code === foreignClose) {
      const bracket = reader.text.charAt(start);
      report(reader, `\`${bracket}\` is not closed`, start);
      return;
    }
    if (code === COMMA) {
      if (!needsComma) report(reader, 'a comma too many');
      needsComma = false;
      reader.position += 1;
      continue;
    }
    if (needsComma) report(reader, 'a comma is missing');
    read();
    needsComma = true;
  }
}

function readMember(reader: Reader): JsonMember | undefined {
  const code = next(reader);
  const isQuoted = code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
  const name = isQuoted ? readString(reader) : readBareName(reader);
  if (next(reader) !== COLON) {
    report(reader, 'a colon is missing');
    return undefined;
  }
  reader.position += 1;
  const after = next(reader);
  if (after === COMMA || after === BRACE_CLOSE || after === END) {
    report(reader, 'a value is missing');
    return undefined;
  }
  const value = readValue(reader);
  return value && { name, value, start: name.start, end: value.end };
}
