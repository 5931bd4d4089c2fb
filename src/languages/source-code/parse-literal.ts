//! Lists and objects that the code spells out.

import { parseItems } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import { parseParameters } from './parse-function.ts';
import { closingOf, isSymbol, peek, type Reader, stretchFrom, take, textAt } from './reader.ts';
import type { Code, CodeArgument } from './tree.ts';

/** `[a, *b]`; Go's `[]T{a, b}` and `map[K]V{…}` too. */
export function parseList(reader: Reader): Code {
  const from = reader.at;
  const items = parseItems(reader, item);
  const isType = items.length <= 1 && reader.grammar.lineEnds === 'always' && isGoType(reader);
  if (isType) return typedLiteral(reader, from);
  return { kind: 'list', items, ...stretchFrom(reader, from) };
}

/** A type right behind `[]`. */
const isGoType = (reader: Reader): boolean =>
  reader.grammar.namedArgument === undefined &&
  peek(reader)?.indent === undefined &&
  (peek(reader)?.kind === 'name' || isSymbol(reader, '*') || isSymbol(reader, '['));

function typedLiteral(reader: Reader, from: number): Code {
  while (peek(reader) && !isSymbol(reader, '{') && /^[\w.*[\]]+$/.test(textAt(reader)))
    reader.at += 1;
  if (!isSymbol(reader, '{')) return { kind: 'other', parts: [], ...stretchFrom(reader, from) };
  return { ...parseBraces(reader), ...stretchFrom(reader, from) };
}

function item(reader: Reader): CodeArgument {
  const isSpread = take(reader, '...') || take(reader, '*') || take(reader, '**');
  return { value: parseExpression(reader), isSpread };
}

interface Entry extends CodeArgument {
  readonly isNamed: boolean;
}

/** `{a: b, ...c}`, `{"a": b}`, `{ A = b }`, `{a, b}` where that is a list. */
export function parseBraces(reader: Reader): Code {
  const from = reader.at;
  const entries = parseItems(reader, entry);
  const stretch = stretchFrom(reader, from);
  const isList = entries.length > 0 && entries.every(it => !it.isNamed && !it.isSpread);
  const all = entries.map(({ isNamed, ...rest }) => rest);
  if (!isList) return { kind: 'object', entries: all, ...stretch };
  const pairs = reader.grammar.hasDirectives ? all.flatMap(it => pairIn(it, reader) ?? []) : [];
  if (pairs.length === all.length) return { kind: 'object', entries: pairs, ...stretch };
  // JavaScript's `{ a, b }` names its entries by the values.
  if (!reader.grammar.hasRegularExpressions) return { kind: 'list', items: all, ...stretch };
  return { kind: 'object', entries: all.map(named), ...stretch };
}

/** `{ { "a", b }, { "c", d } }`: what C# adds to a dictionary. */
function pairIn({ value }: CodeArgument, reader: Reader): CodeArgument | undefined {
  const [key, item, ...others] = value.kind === 'list' ? value.items : [];
  if (!key || !item || others.length > 0 || key.value.kind !== 'string') return undefined;
  const name = keyOf(key.value, reader);
  return name === undefined ? undefined : { ...item, name };
}

const named = (it: CodeArgument): CodeArgument =>
  it.value.kind === 'name' ? { ...it, name: it.value.name } : it;

function entry(reader: Reader): Entry {
  if (take(reader, '...') || take(reader, '**')) {
    return { value: parseExpression(reader), isSpread: true, isNamed: false };
  }
  const method = methodAt(reader);
  if (method) return method;
  const key = parseExpression(reader);
  if (!take(reader, ':') && !take(reader, '=')) {
    return { value: key, isSpread: false, isNamed: false };
  }
  const name = keyOf(key, reader);
  const value = parseExpression(reader);
  return { ...(name === undefined ? {} : { name }), value, isSpread: false, isNamed: true };
}

/** `name(…) {…}` in an object of JavaScript. */
function methodAt(reader: Reader): Entry | undefined {
  if (!reader.grammar.hasRegularExpressions) return undefined;
  const isAsync = textAt(reader) === 'async' && peek(reader, 1)?.kind === 'name' ? 1 : 0;
  const token = peek(reader, isAsync);
  if (token?.kind !== 'name' || !isSymbol(reader, '(', isAsync + 1)) return undefined;
  const close = closingOf(reader, reader.at + isAsync + 1);
  const brace = reader.tokens[close + 1];
  if (brace?.kind !== 'symbol' || brace.text !== '{') return undefined;
  const from = reader.at;
  reader.at += isAsync + 1;
  const parameters = parseParameters(reader);
  const body = reader.grammar.blockOf(reader);
  const value = { kind: 'function' as const, parameters, body, ...stretchFrom(reader, from) };
  return { name: token.text, value, isSpread: false, isNamed: true };
}

/** `undefined` for a key that is worked out. */
function keyOf(key: Code, reader: Reader): string | undefined {
  if (key.kind === 'name') return key.name;
  if (key.kind === 'string' && key.parts.every(it => it.kind === 'text')) {
    return key.parts.map(it => reader.text.slice(it.start, it.end)).join('');
  }
  // C#'s `["a"] = b`.
  const [only, ...others] = key.kind === 'list' ? key.items : [];
  return only && others.length === 0 ? keyOf(only.value, reader) : undefined;
}
