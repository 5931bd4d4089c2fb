//! Names, their parts and calls, texts, numbers, lists.

import type { Expression } from '../../domain/expression.ts';
import { literal, text } from '../../domain/literal.ts';
import { spanOf, subRegion } from '../../domain/region.ts';
import type { Token } from '../script-text/tokens.ts';
import {
  type Cursor,
  listUntil,
  type Parsed,
  peek,
  spanSince,
  take,
  unknownSince,
} from './cursor.ts';

type Inner = (cursor: Cursor) => Parsed;

export function operand(cursor: Cursor, inner: Inner): Parsed {
  const from = cursor.at;
  take(cursor, '-', '+');
  const token = peek(cursor);
  if (!token) return undefined;
  cursor.at += 1;
  let parsed = primary(token, cursor, from, inner);
  while (parsed && /^[.[(]$/.test(peek(cursor)?.text ?? '') && peek(cursor)?.kind === 'sign') {
    parsed = part(parsed, cursor, from, inner);
  }
  return parsed;
}

function primary(token: Token, cursor: Cursor, from: number, inner: Inner): Parsed {
  switch (token.kind) {
    case 'string':
      return text(subRegion(cursor.region, token.start + 1, token.end - 1));
    case 'number':
      return text(subRegion(cursor.region, token.start, token.end));
    case 'name':
      return named(token, cursor);
    case 'sign':
      return bracketed(token, cursor, from, inner);
  }
}

const CONSTANTS: ReadonlyMap<string, string> = new Map([
  ['true', 'true'],
  ['false', 'false'],
  ['none', ''],
  ['omit', ''],
]);

/** `lookup('env', 'X')`, which looks like a call of what the name stands for, is one of a plugin. */
function named(token: Token, cursor: Cursor): Parsed {
  const at = spanOf(cursor.region, token.start, token.end);
  const constant = CONSTANTS.get(token.text.toLowerCase());
  if (constant !== undefined) return literal(constant, at);
  const isLookup = /^(?:lookup|query|q)$/.test(token.text) && peek(cursor)?.text === '(';
  if (isLookup) return lookup(cursor) ?? undefined;
  return cursor.names(token.text, at);
}

function lookup(cursor: Cursor): Parsed {
  const from = cursor.at - 1;
  take(cursor, '(');
  const [plugin, , name] = cursor.tokens.slice(cursor.at, cursor.at + 3);
  const isEnvironment =
    plugin?.kind === 'string' && /^(?:ansible\.builtin\.)?env$/i.test(plugin.text);
  let depth = 1;
  while (depth > 0) {
    const token = peek(cursor);
    if (!token) return undefined;
    if (token.kind === 'sign' && token.text === '(') depth += 1;
    if (token.kind === 'sign' && token.text === ')') depth -= 1;
    cursor.at += 1;
  }
  if (!isEnvironment || name?.kind !== 'string') return unknownSince(cursor, from);
  return variable(name.text, cursor, from);
}

const variable = (name: string, cursor: Cursor, from: number): Expression => ({
  kind: 'reference',
  space: 'variable',
  name,
  at: spanSince(cursor, from),
});

function bracketed(token: Token, cursor: Cursor, from: number, inner: Inner): Parsed {
  if (token.text === '(') {
    const parsed = inner(cursor);
    return parsed && take(cursor, ')') ? parsed : undefined;
  }
  if (token.text !== '[') return undefined;
  const items = listUntil(cursor, ']', inner);
  return items && { kind: 'list', items, at: spanSince(cursor, from) };
}

/** What it holds is the environment of the machine that a task runs on. */
const ENVIRONMENT = 'ansible_env';

function part(of: Expression, cursor: Cursor, from: number, inner: Inner): Parsed {
  if (take(cursor, '(')) return listUntil(cursor, ')', inner) && unknownSince(cursor, from);
  const isIndex = take(cursor, '[') !== undefined;
  if (!isIndex) take(cursor, '.');
  const token = peek(cursor);
  const isPlain = token && (isIndex ? token.kind !== 'name' : token.kind !== 'sign');
  if (!token || !isPlain || token.text === ':') {
    return isIndex && listUntil(cursor, ']', inner) ? unknownSince(cursor, from) : undefined;
  }
  cursor.at += 1;
  if (isIndex && !take(cursor, ']')) return undefined;
  const isEnvironment = cursor.tokens[from]?.text === ENVIRONMENT;
  if (isEnvironment) return variable(token.text, cursor, from);
  return { kind: 'member', of, name: token.text, at: spanSince(cursor, from) };
}
