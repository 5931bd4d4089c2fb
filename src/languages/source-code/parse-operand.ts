//! Operands: literals, names, calls and members behind each other, lists, objects, nameless functions.

import { parseArguments } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
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
  takeName,
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

/** Members, calls and indexes behind an operand. */
function behind(reader: Reader, first: Code, from: number, isNew: boolean): Code {
  let code = first;
  let isPendingNew = isNew;
  for (;;) {
    const next = isAtLineEnd(reader) ? undefined : follower(reader, code, from, isPendingNew);
    if (!next) return code;
    if (next.kind === 'call' || next.kind === 'object') isPendingNew = false;
    code = next;
  }
}

function follower(reader: Reader, of: Code, from: number, isNew: boolean): Code | undefined {
  const text = textAt(reader);
  const token = peek(reader);
  if (token?.kind === 'string') return tagged(reader, of, from);
  if (token?.kind !== 'symbol') return undefined;
  if (text === '.' || text === '?.' || text === '::') return memberOf(reader, of, from);
  if (text === '(') {
    const args = parseArguments(reader);
    return { kind: 'call', callee: of, args, isNew, isTagged: false, ...stretchFrom(reader, from) };
  }
  if (text === '[') return indexOf(reader, of, from);
  if (text === '<' && passGenerics(reader, isNew)) return of;
  if (text === '{' && hasInitialiser(reader, of, isNew)) {
    const body = parseBraces(reader);
    return body.kind === 'object' ? { ...body, type: of, ...stretchFrom(reader, from) } : body;
  }
  if (text === '++' || text === '--' || (text === '!' && isMark(reader))) {
    reader.at += 1;
    return of;
  }
  return undefined;
}

/** `new T {…}`, `new T(…) {…}`; Go's `T{…}`. */
function hasInitialiser(reader: Reader, of: Code, isNew: boolean): boolean {
  if (reader.isInHead || reader.grammar.namedArgument === '=') return false;
  if (isNew || (of.kind === 'call' && of.isNew)) return true;
  const isType = of.kind === 'name' || of.kind === 'member' || of.kind === 'index';
  return isType && reader.grammar.lineEnds === 'always';
}

/** TypeScript's `a!`. */
const isMark = (reader: Reader): boolean => /^[.)\],;[(]$/.test(textAt(reader, 1));

function memberOf(reader: Reader, of: Code, from: number): Code {
  reader.at += 1;
  if (isSymbol(reader, '(') || isSymbol(reader, '[')) {
    // `a?.(b)`; Go's `a.(T)` is `a`.
    if (!isSymbol(reader, '(', -1) && textAt(reader, -1) === '?.') return of;
    reader.at = Math.min(closingOf(reader) + 1, reader.tokens.length);
    return of;
  }
  const name = takeName(reader) ?? '';
  return { kind: 'member', of, name, ...stretchFrom(reader, from) };
}

function indexOf(reader: Reader, of: Code, from: number): Code {
  const close = closingOf(reader);
  reader.at += 1;
  const index = within(reader, true, () => parseExpression(reader));
  reader.at = Math.min(close + 1, reader.tokens.length);
  return { kind: 'index', of, index, ...stretchFrom(reader, from) };
}

/** A template right behind a name. */
function tagged(reader: Reader, of: Code, from: number): Code | undefined {
  const token = peek(reader);
  if (token?.kind !== 'string' || reader.text[token.start] !== '`') return undefined;
  if (of.kind === 'string') return undefined;
  reader.at += 1;
  const args = [{ value: parseString(token, reader), isSpread: false }];
  return {
    kind: 'call',
    callee: of,
    args,
    isNew: false,
    isTagged: true,
    ...stretchFrom(reader, from),
  };
}

/** Longer lists of types are somebody's comparison. */
const GENERICS_MAX = 60;

/** `<T, U>` in front of a call, passed; false when it is no such thing. */
function passGenerics(reader: Reader, isNew: boolean): boolean {
  if (!reader.grammar.hasGenerics) return false;
  let open = 0;
  for (let ahead = 0; ahead < GENERICS_MAX; ahead += 1) {
    const token = peek(reader, ahead);
    if (!token || token.kind === 'string' || token.kind === 'literal') return false;
    const text = textAt(reader, ahead);
    if (text === '<') open += 1;
    if (text === '>') open -= 1;
    if (open > 0 && token.kind === 'symbol' && !/^[<>,.?[\]|&:{}]$/.test(text)) return false;
    if (open > 0) continue;
    const next = textAt(reader, ahead + 1);
    const isCall = next === '(' || next === '::' || next === '.' || (isNew && /^[{[]$/.test(next));
    if (isCall) reader.at += ahead + 1;
    return isCall;
  }
  return false;
}
