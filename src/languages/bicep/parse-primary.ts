//! Where Bicep's expressions begin: literals, names, calls, objects, arrays, loops, lambdas.

import {
  advance,
  type Cursor,
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
  takeWord,
  wordOf,
} from './cursor.ts';
import { missing, readCall, readExpression } from './parse-expression.ts';
import { readArguments, readElements } from './parse-list.ts';
import { readObject } from './parse-object.ts';
import { isString, readString } from './parse-string.ts';
import type { Expression, Name, SpreadNode } from './tree.ts';

export function readPrimary(cursor: Cursor): Expression {
  const { kind, start, end } = peek(cursor);
  if (isString(cursor)) return readString(cursor);
  switch (kind) {
    case 'integer':
      advance(cursor);
      return { kind: 'integer', value: Number(cursor.text.slice(start, end)), start, end };
    case 'identifier':
      return readNamed(cursor);
    case '{':
      return readObject(cursor);
    case '[':
      return isLoop(cursor) ? readFor(cursor) : readArray(cursor);
    case '(':
      return readParenthesised(cursor);
  }
  report(cursor, 'an expression is missing');
  return missing(cursor);
}

function readNamed(cursor: Cursor): Expression {
  const token = advance(cursor);
  const { start, end } = token;
  const text = wordOf(cursor, token);
  if (isAt(cursor, '(')) return readCall(cursor, undefined, { text, start, end });
  if (isAt(cursor, '=>')) return readLambda(cursor, [text], start);
  if (text === 'true' || text === 'false') {
    return { kind: 'boolean', value: text === 'true', start, end };
  }
  return text === 'null' ? { kind: 'null', start, end } : { kind: 'name', name: text, start, end };
}

/** Stands at `=>`. */
function readLambda(cursor: Cursor, names: readonly string[], start: number): Expression {
  advance(cursor);
  passNewline(cursor);
  const body = readExpression(cursor);
  return { kind: 'lambda', names, body, start, end: endOfLast(cursor) };
}

/** `(x)`, `(a, b) => x`. */
function readParenthesised(cursor: Cursor): Expression {
  const { start } = advance(cursor);
  const items: Expression[] = [];
  readArguments(cursor, ')', () => items.push(readExpression(cursor)));
  if (isAt(cursor, '=>')) {
    return readLambda(
      cursor,
      items.map(it => (it.kind === 'name' ? it.name : '')),
      start,
    );
  }
  const [of] = items;
  if (items.length !== 1) report(cursor, 'parentheses hold one expression');
  return { kind: 'parenthesised', of: of ?? missing(cursor), start, end: endOfLast(cursor) };
}

function readArray(cursor: Cursor): Expression {
  const { start } = advance(cursor);
  const items: (Expression | SpreadNode)[] = [];
  readElements(cursor, ']', () => {
    items.push(isAt(cursor, '...') ? readSpread(cursor) : readExpression(cursor));
  });
  return { kind: 'array', items, start, end: endOfLast(cursor) };
}

export function readSpread(cursor: Cursor): SpreadNode {
  const { start } = advance(cursor);
  const of = readExpression(cursor);
  return { kind: 'spread', of, start, end: endOfLast(cursor) };
}

/** `for` may stand on the line after the bracket. */
function isLoop(cursor: Cursor): boolean {
  const ahead = isAt(cursor, 'newline', 1) ? 2 : 1;
  return (
    isAt(cursor, '[') &&
    isWord(cursor, 'for', ahead) &&
    (isAt(cursor, 'identifier', ahead + 1) || isAt(cursor, '(', ahead + 1))
  );
}

/** Stands at the bracket. */
function readFor(cursor: Cursor): Expression {
  const { start } = advance(cursor);
  passNewline(cursor);
  advance(cursor);
  const { item, index } = readLoopNames(cursor);
  if (!takeWord(cursor, 'in')) report(cursor, '`in` is missing');
  const collection = readExpression(cursor);
  expect(cursor, ':');
  passNewline(cursor);
  const body = nested(cursor, () => readBody(cursor)) ?? missing(cursor);
  passNewline(cursor);
  if (!expect(cursor, ']')) {
    passBroken(cursor);
    take(cursor, ']');
  }
  return { kind: 'for', item, index, collection, body, start, end: endOfLast(cursor) };
}

/** `item`, `(item, index)`. */
function readLoopNames(cursor: Cursor): { item: Name; index: Name | undefined } {
  if (!take(cursor, '(')) return { item: takeName(cursor), index: undefined };
  const item = takeName(cursor);
  expect(cursor, ',');
  const index = takeName(cursor);
  expect(cursor, ')');
  return { item, index };
}

/** Of a loop, a resource or a module: `if (…) { … }` or an expression. */
export function readBody(cursor: Cursor): Expression {
  if (!isWord(cursor, 'if') || !isAt(cursor, '(', 1)) return readExpression(cursor);
  const { start } = advance(cursor);
  advance(cursor);
  passNewline(cursor);
  const condition = readExpression(cursor);
  passNewline(cursor);
  expect(cursor, ')');
  passNewline(cursor);
  const body = readExpression(cursor);
  return { kind: 'if', condition, body, start, end: endOfLast(cursor) };
}
