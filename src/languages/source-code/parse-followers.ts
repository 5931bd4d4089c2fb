//! What stands behind an operand: members, calls, indexes, initialisers, lists of types.

import { parseArguments } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import { parseBraces } from './parse-literal.ts';
import { parseString } from './parse-string.ts';
import {
  closingOf,
  isAtLineEnd,
  isSymbol,
  peek,
  type Reader,
  stretchFrom,
  takeName,
  textAt,
  within,
} from './reader.ts';
import type { Code } from './tree.ts';

/** Members, calls and indexes behind an operand. */
export function behind(reader: Reader, first: Code, from: number, isNew: boolean): Code {
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
