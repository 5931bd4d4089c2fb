//! Statements without blocks, and the heads of those that have some.

import { parseExpression } from './parse-expression.ts';
import {
  closingOf,
  isAtLineEnd,
  isSymbol,
  peek,
  type Reader,
  stretchFrom,
  take,
  textAt,
  within,
} from './reader.ts';
import type { Code, Statement } from './tree.ts';

/** An expression, or what assigns one. */
export function simpleStatement(reader: Reader): Statement {
  const from = reader.at;
  const first = parseExpression(reader);
  const more = [first];
  while (isSymbol(reader, ',') && !reader.isInBrackets && take(reader, ','))
    more.push(parseExpression(reader));
  const token = peek(reader);
  const isAssignment =
    token?.kind === 'symbol' &&
    /^(?:=|:=|[-+*/%|&^]=|\?\?=|\*\*=)$/.test(token.text) &&
    !isAtLineEnd(reader);
  if (!isAssignment) return { kind: 'expression', value: first, ...stretchFrom(reader, from) };
  const operator = token.text === ':=' ? '=' : token.text;
  reader.at += 1;
  const targets: Code[] = more.length > 1 ? [listOf(more)] : more;
  let value = parseExpression(reader);
  while (operator === '=' && take(reader, '=')) {
    targets.push(value);
    value = parseExpression(reader);
  }
  const isBare = reader.grammar.declaresVariables && token.text !== ':=';
  const bare = isBare ? { isBare } : {};
  return { kind: 'assignment', targets, operator, value, ...bare, ...stretchFrom(reader, from) };
}

const listOf = (items: readonly Code[]): Code => ({
  kind: 'list',
  items: items.map(value => ({ value, isSpread: false })),
  start: items[0]?.start ?? 0,
  end: items.at(-1)?.end ?? 0,
});

/** What stands between the brackets behind a word, or up to the brace where there are none. */
export function headOf<T>(reader: Reader, read: () => T): T {
  if (isSymbol(reader, '(')) {
    const close = closingOf(reader);
    reader.at += 1;
    const head = within(reader, true, read);
    reader.at = Math.min(close + 1, reader.tokens.length);
    return head;
  }
  const { isInHead } = reader;
  reader.isInHead = true;
  const head = read();
  while (peek(reader) && !isSymbol(reader, '{') && !isAtLineEnd(reader)) reader.at += 1;
  reader.isInHead = isInHead;
  return head;
}

/** `const x of xs`, `var x in xs`, `T x : xs`, `_, x := range xs`; others count and are of no interest. */
export function loopHead(reader: Reader): {
  readonly targets: readonly Code[];
  readonly items?: Code;
} {
  const names: Code[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === 'string' || isSymbol(reader, ';') || isSymbol(reader, '{')) break;
    const text = textAt(reader);
    reader.at += 1;
    if (/^(?:of|in|:|range)$/.test(text)) {
      const last = names.at(-1);
      return { targets: last ? [last] : [], items: parseExpression(reader) };
    }
    if (token.kind === 'name') {
      names.push({ kind: 'name', name: token.text, start: token.start, end: token.end });
    }
  }
  return { targets: [] };
}
