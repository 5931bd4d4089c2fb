//! What stands where Bicep expects a type.

import {
  advance,
  type Cursor,
  chained,
  endOfLast,
  expect,
  isAt,
  isWord,
  nested,
  passBroken,
  passNewline,
  peek,
  report,
  take,
  takeName,
  wordOf,
} from './cursor.ts';
import { readExpression } from './parse-expression.ts';
import { readArguments, readElements } from './parse-list.ts';
import { readKey } from './parse-object.ts';
import { readDecorators } from './parse-statement.ts';
import { isString, readString } from './parse-string.ts';
import type { BicepType, TypeProperty } from './type-tree.ts';

export function readType(cursor: Cursor): BicepType {
  return nested(cursor, () => readUnion(cursor)) ?? missingType(cursor);
}

function missingType(cursor: Cursor): BicepType {
  const { start } = peek(cursor);
  return { kind: 'missing', start, end: start };
}

/** A bar may stand before the first member, and at the start of a line. */
function readUnion(cursor: Cursor): BicepType {
  const { start } = peek(cursor);
  takeBar(cursor);
  const first = readSuffixed(cursor);
  const members = [first];
  while (takeBar(cursor)) members.push(readSuffixed(cursor));
  return members.length === 1 ? first : { kind: 'union', members, start, end: endOfLast(cursor) };
}

export const isBar = (cursor: Cursor): boolean =>
  isAt(cursor, '|') || (isAt(cursor, 'newline') && isAt(cursor, '|', 1));

function takeBar(cursor: Cursor): boolean {
  if (!isBar(cursor)) return false;
  passNewline(cursor);
  return take(cursor, '|');
}

const readSuffixed = (cursor: Cursor): BicepType =>
  chained<BicepType>(cursor, readPlain(cursor), readSuffix);

/** `undefined` when none follows. */
function readSuffix(cursor: Cursor, of: BicepType): BicepType | undefined {
  const { start } = of;
  switch (peek(cursor).kind) {
    case '?':
    case '??':
    case '!':
      advance(cursor);
      return { kind: 'nullable', of, start, end: endOfLast(cursor) };
    case '[':
      return readIndexed(cursor, of);
    case '.': {
      advance(cursor);
      const name = take(cursor, '*') ? '*' : takeName(cursor).text;
      if (isAt(cursor, '<')) readTypeArguments(cursor);
      return { kind: 'part', of, name, start, end: endOfLast(cursor) };
    }
  }
  return undefined;
}

function readIndexed(cursor: Cursor, of: BicepType): BicepType {
  const { start } = of;
  const open = advance(cursor);
  if (take(cursor, ']')) return { kind: 'array', of, start, end: endOfLast(cursor) };
  if (!take(cursor, '*')) readExpression(cursor);
  const name = cursor.text.slice(open.end, endOfLast(cursor));
  expect(cursor, ']');
  return { kind: 'part', of, name, start, end: endOfLast(cursor) };
}

function readPlain(cursor: Cursor): BicepType {
  const { start } = peek(cursor);
  while (isAt(cursor, '-') || isAt(cursor, '+') || isAt(cursor, '!')) advance(cursor);
  if (isString(cursor)) return readString(cursor);
  switch (peek(cursor).kind) {
    case 'integer':
      advance(cursor);
      return literal(cursor, start);
    case 'identifier':
      return readNamedType(cursor, start);
    case '(': {
      advance(cursor);
      passNewline(cursor);
      const of = readType(cursor);
      passNewline(cursor);
      expect(cursor, ')');
      return { kind: 'parenthesised', of, start, end: endOfLast(cursor) };
    }
    case '{':
      return readObjectType(cursor);
    case '[':
      return readTupleType(cursor);
  }
  report(cursor, 'a type is missing');
  return missingType(cursor);
}

const literal = (cursor: Cursor, start: number): BicepType => {
  const end = endOfLast(cursor);
  return { kind: 'literal', text: cursor.text.slice(start, end), start, end };
};

function readNamedType(cursor: Cursor, start: number): BicepType {
  if (isWord(cursor, 'resource') && !isAt(cursor, '<', 1)) {
    advance(cursor);
    const reference = isString(cursor) ? readString(cursor) : undefined;
    return { kind: 'resource', reference, start, end: endOfLast(cursor) };
  }
  const name = wordOf(cursor, advance(cursor));
  if (/^(?:true|false|null)$/.test(name)) return literal(cursor, start);
  const args = isAt(cursor, '<') ? readTypeArguments(cursor) : [];
  return { kind: 'named', name, args, start, end: endOfLast(cursor) };
}

/** Stands at `<`. */
function readTypeArguments(cursor: Cursor): BicepType[] {
  const args: BicepType[] = [];
  advance(cursor);
  readArguments(cursor, '>', () => args.push(readType(cursor)));
  return args;
}

function readObjectType(cursor: Cursor): BicepType {
  const { start } = advance(cursor);
  const properties: TypeProperty[] = [];
  readElements(cursor, '}', () => {
    const decorators = readDecorators(cursor);
    const star = peek(cursor);
    const key = take(cursor, '*') ? { ...star, text: '*' } : readKey(cursor);
    if (!key || !expect(cursor, ':')) {
      if (!key) report(cursor, 'a property name is missing');
      passBroken(cursor);
      return;
    }
    const type = readType(cursor);
    properties.push({ key, type, decorators, start: key.start, end: endOfLast(cursor) });
  });
  return { kind: 'object', properties, start, end: endOfLast(cursor) };
}

function readTupleType(cursor: Cursor): BicepType {
  const { start } = advance(cursor);
  const items: BicepType[] = [];
  readElements(cursor, ']', () => {
    readDecorators(cursor);
    items.push(readType(cursor));
  });
  return { kind: 'tuple', items, start, end: endOfLast(cursor) };
}
