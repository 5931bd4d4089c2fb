//! Operands: literals, names, calls and members behind each other, lists, objects, nameless functions.

import { parseArguments } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import { behind } from './parse-followers.ts';
import { parseArrow, parseFunctionWord, parseLambda } from './parse-function.ts';
import { parseBraces, parseList } from './parse-literal.ts';
import { parseString } from './parse-string.ts';
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
import type { Code } from './tree.ts';

export function parseOperand(reader: Reader): Code {
  const from = reader.at;
  let isNew = false;
  for (;;) {
    const text = textAt(reader);
    const token = peek(reader);
    const isPrefix = token?.kind === 'symbol' ? SIGNS.has(text) : reader.grammar.prefixes.has(text);
    if (!token || !isPrefix || (reader.at > from && isAtLineEnd(reader))) break;
    if (text === 'new') isNew = true;
    reader.at += 1;
  }
  return behind(reader, primary(reader, isNew), from, isNew);
}

const SIGNS: ReadonlySet<string> = new Set('! - + ~ & * ++ -- ... ** <- ^'.split(' '));

function primary(reader: Reader, isNew: boolean): Code {
  const from = reader.at;
  const token = peek(reader);
  if (!token) return { kind: 'other', parts: [], ...stretchFrom(reader, from) };
  switch (token.kind) {
    case 'string':
      reader.at += 1;
      return parseString(token, reader);
    case 'literal':
      reader.at += 1;
      return { kind: 'other', parts: [], start: token.start, end: token.end };
    case 'name': {
      const nameless = namelessFunction(reader);
      if (nameless) return nameless;
      if (isMap(reader)) return parseList(reader);
      if (reader.grammar.keywords.has(token.text)) return other(reader, from);
      reader.at += 1;
      return { kind: 'name', name: token.text, start: token.start, end: token.end };
    }
    case 'symbol':
      return bracketed(reader, isNew);
  }
}

const namelessFunction = (reader: Reader): Code | undefined =>
  parseLambda(reader) ?? parseFunctionWord(reader) ?? parseArrow(reader);

/** Passes nothing that others need to see: a closing bracket, a comma. */
function other(reader: Reader, from: number): Code {
  return { kind: 'other', parts: [], ...stretchFrom(reader, from) };
}

/** Go's `map[K]V{…}`; passes the word. */
function isMap(reader: Reader): boolean {
  const isWord = textAt(reader) === 'map' && reader.grammar.keywords.has('map');
  if (!isWord || !isSymbol(reader, '[', 1)) return false;
  reader.at += 1;
  return true;
}

function bracketed(reader: Reader, isNew: boolean): Code {
  const from = reader.at;
  if (isNew && reader.grammar.hasDirectives && isSymbol(reader, '(')) return untypedNew(reader);
  const arrow = parseArrow(reader);
  if (arrow) return arrow;
  switch (textAt(reader)) {
    case '(':
      return grouped(reader);
    case '[':
      return parseList(reader);
    case '{':
      return isNew || !reader.isInHead ? parseBraces(reader) : other(reader, from);
    case '<':
      // A cast, or a tag of JSX.
      reader.at += 1;
      return other(reader, from);
    default:
      return other(reader, from);
  }
}

/** C#'s `new(a, b)`: the class is that of what it is given to. */
function untypedNew(reader: Reader): Code {
  const from = reader.at;
  const args = parseArguments(reader);
  const stretch = stretchFrom(reader, from);
  const callee: Code = { kind: 'other', parts: [], ...stretch };
  return { kind: 'call', callee, args, isNew: true, isTagged: false, ...stretch };
}

/** `(a)`, `(a, b)`, `(T) a`. */
function grouped(reader: Reader): Code {
  const from = reader.at;
  const close = closingOf(reader);
  reader.at += 1;
  const items: Code[] = [];
  within(reader, true, () => {
    while (reader.at < close) {
      const before = reader.at;
      items.push(parseExpression(reader));
      while (reader.at < close && !isSymbol(reader, ',')) {
        // `x := y`, `a = b`, comprehensions: what follows is read, and is not the value.
        reader.at += 1;
        if (reader.at < close && !isSymbol(reader, ',')) items.push(parseExpression(reader));
      }
      take(reader, ',');
      if (reader.at === before) reader.at += 1;
    }
  });
  reader.at = Math.min(close + 1, reader.tokens.length);
  const [only] = items;
  if (only && items.length === 1) {
    const next = peek(reader);
    const isCast = only.kind === 'name' || only.kind === 'member';
    const isOperand = next?.kind === 'string' || next?.kind === 'literal' || next?.kind === 'name';
    if (!isCast || !isOperand || reader.grammar.arrow === undefined || isAtLineEnd(reader))
      return only;
    if (
      reader.grammar.wordOperators.has(textAt(reader)) ||
      reader.grammar.keywords.has(textAt(reader))
    )
      return only;
    return parseOperand(reader);
  }
  const all = items.map(value => ({ value, isSpread: false }));
  return { kind: 'list', items: all, ...stretchFrom(reader, from) };
}
