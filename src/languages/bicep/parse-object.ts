//! Objects of a Bicep file, with the resources that may be nested in them.

import {
  advance,
  type Cursor,
  endOfLast,
  expect,
  isAt,
  isWord,
  passBroken,
  peek,
  report,
  takeName,
} from './cursor.ts';
import { missing, readExpression } from './parse-expression.ts';
import { readElements } from './parse-list.ts';
import { readSpread } from './parse-primary.ts';
import { readStatement } from './parse-statement.ts';
import { isString, readString } from './parse-string.ts';
import type { Statement } from './statement-tree.ts';
import type { Name, ObjectNode, PropertyNode, SpreadNode, StringNode } from './tree.ts';

/** Stands at the brace. */
export function readObject(cursor: Cursor): ObjectNode {
  const { start } = advance(cursor);
  const entries: (PropertyNode | SpreadNode)[] = [];
  const nested: Statement[] = [];
  readElements(cursor, '}', () => {
    if (isNestedResource(cursor)) {
      const statement = readStatement(cursor);
      if (statement) nested.push(statement);
    } else if (isAt(cursor, '...')) {
      entries.push(readSpread(cursor));
    } else {
      const property = readProperty(cursor);
      if (property) entries.push(property);
    }
  });
  return { kind: 'object', entries, nested, start, end: endOfLast(cursor) };
}

const isNestedResource = (cursor: Cursor): boolean =>
  isAt(cursor, '@') || (isWord(cursor, 'resource') && isAt(cursor, 'identifier', 1));

function readProperty(cursor: Cursor): PropertyNode | undefined {
  const key = readKey(cursor);
  if (!key) {
    report(cursor, 'a property name is missing');
    passBroken(cursor);
    return undefined;
  }
  const name = nameOf(key);
  const hasValue = expect(cursor, ':');
  const value = hasValue ? readExpression(cursor) : missing(cursor);
  if (!hasValue) passBroken(cursor);
  return { kind: 'property', key, name, value, start: key.start, end: endOfLast(cursor) };
}

/** `undefined` when neither a name nor a string stands there. */
export function readKey(cursor: Cursor): StringNode | Name | undefined {
  if (isString(cursor)) return readString(cursor);
  return peek(cursor).kind === 'identifier' ? takeName(cursor) : undefined;
}

const nameOf = (key: StringNode | Name): string | undefined =>
  'holes' in key && key.holes.length > 0 ? undefined : key.text;
