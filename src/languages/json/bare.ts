//! Words of a JSON text outside quotes: literals, numbers, and the names of properties that lack theirs.

import { isSpace, type Reader, report } from './reader.ts';
import type { JsonNode, JsonString } from './tree.ts';

const DELIMITERS: ReadonlySet<number> = new Set(Array.from('{}[],:"', it => it.charCodeAt(0)));

/** A property name without quotes: an error, and read all the same. */
export function readBareName(reader: Reader): JsonString {
  const start = reader.position;
  const { text: value } = passBare(reader);
  report(reader, 'a property name stands in double quotes', start, reader.position);
  const segments = [{ guest: 0, host: start, length: value.length }];
  return { kind: 'string', value, segments, start, end: reader.position };
}

/** `true`, `false`, `null` or a number, or with a hole in it any of them; anything else is an error and no value. */
export function readBare(reader: Reader): JsonNode | undefined {
  const start = reader.position;
  const { text: word, hasHole } = passBare(reader);
  const end = reader.position;
  if (hasHole) {
    const segments = [{ guest: 0, host: start, length: word.length }];
    return { kind: 'string', value: word, segments, start, end };
  }
  if (word === 'null') return { kind: 'null', start, end };
  if (word === 'true' || word === 'false') {
    return { kind: 'boolean', value: word === 'true', start, end };
  }
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(word)) {
    return { kind: 'number', value: Number(word), start, end };
  }
  report(reader, 'this is no JSON value', start, end);
  return undefined;
}

/** Moves on by at least one code unit. */
function passBare(reader: Reader): { readonly text: string; readonly hasHole: boolean } {
  const { text, holes, position: start } = reader;
  let hasHole = holes.has(start);
  let position = holes.get(start) ?? start + 1;
  while (position < text.length) {
    const holeEnd = holes.get(position);
    if (holeEnd === undefined && isBareEnd(text, position)) break;
    hasHole ||= holeEnd !== undefined;
    position = holeEnd ?? position + 1;
  }
  reader.position = position;
  return { text: text.slice(start, position), hasHole };
}

function isBareEnd(text: string, position: number): boolean {
  const code = text.charCodeAt(position);
  return DELIMITERS.has(code) || isSpace(code) || isComment(text, position);
}

const isComment = (text: string, position: number): boolean =>
  text.startsWith('//', position) || text.startsWith('/*', position);
