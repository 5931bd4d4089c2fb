//! One operand and what hangs on it: `x.y`, `f(a)`, `x[1]`, `f { … }`, `'text'.trim()`.

import { spanOf } from '../../domain/region.ts';
import { parseArguments, withClosures } from './parse-call.ts';
import { parseExpression } from './parse-expression.ts';
import { parseBracketed, parseClosure, parseString } from './parse-literal.ts';
import {
  DEPTH_MAX,
  isSign,
  isWord,
  nextBehindLineEnds,
  peek,
  type Reader,
  skipLineEnds,
  spanFrom,
  take,
  takeSign,
  withBrackets,
} from './reader.ts';
import type { Token } from './token.ts';
import { type GroovyExpression, textOf } from './tree.ts';

export function parseOperand(reader: Reader): GroovyExpression | undefined {
  const first = parseFirst(reader);
  return first && withSuffixes(reader, first);
}

function parseFirst(reader: Reader): GroovyExpression | undefined {
  const token = peek(reader);
  switch (token.kind) {
    case 'string':
      return parseString(reader);
    case 'number':
      take(reader);
      return { kind: 'constant', text: token.text, at: spanFrom(reader, token.start) };
    case 'name':
      take(reader);
      return nameOf(reader, token);
    case 'sign':
      if (token.text === '(') return parseParenthesis(reader);
      if (token.text === '[') return parseBracketed(reader);
      return token.text === '{' ? parseClosure(reader) : undefined;
    case 'line-end':
    case 'end':
      return undefined;
  }
}

const nameOf = (reader: Reader, { text, start }: Token): GroovyExpression =>
  /^(?:true|false|null)$/.test(text)
    ? { kind: 'constant', text, at: spanFrom(reader, start) }
    : { kind: 'name', path: [text], at: spanFrom(reader, start) };

/** `(a)`; `(String) a` is `a`. */
function parseParenthesis(reader: Reader): GroovyExpression | undefined {
  const { start } = take(reader);
  const inner = withBrackets(reader, true, () => {
    const of = parseExpression(reader);
    takeSign(reader, ')');
    return of;
  });
  const next = peek(reader);
  const isCast =
    inner?.kind === 'name' &&
    /^[A-Z]/.test(inner.path.at(-1) ?? '') &&
    (next.kind === 'name' || next.kind === 'string') &&
    !isWord(next, 'in');
  const cast = isCast ? parseOperand(reader) : undefined;
  return cast ?? inner ?? { kind: 'other', parts: [], at: spanFrom(reader, start) };
}

function withSuffixes(reader: Reader, first: GroovyExpression): GroovyExpression {
  let of = first;
  for (let count = 0; count < DEPTH_MAX; count += 1) {
    const next = withSuffix(reader, of);
    if (!next) return of;
    of = next;
  }
  return of;
}

const DOTS = /^(?:\.|\?\.|\*\.|\.&)$/;

function withSuffix(reader: Reader, of: GroovyExpression): GroovyExpression | undefined {
  const ahead = nextBehindLineEnds(reader);
  if (ahead.kind === 'sign' && DOTS.test(ahead.text)) return parseMember(reader, of);
  const next = peek(reader);
  if (isSign(next, '(') && of.kind === 'name' && !next.isSpaced) return parseCall(reader, of);
  if (isSign(next, '(') && of.kind === 'name' && next.isSpaced && isCallable(of)) {
    return parseCall(reader, of);
  }
  if (isSign(next, '[') && !next.isSpaced) return parseIndex(reader, of);
  if (isSign(next, '++') || isSign(next, '--')) {
    take(reader);
    return { kind: 'other', parts: [of], at: spanFrom(reader, of.at.start) };
  }
  if (isWord(next, 'as')) {
    take(reader);
    take(reader);
    return of;
  }
  if (of.kind === 'name' && isSign(ahead, '{') && isCallable(of)) {
    skipLineEnds(reader);
    return withClosures(reader, callOf(reader, of, []));
  }
  return undefined;
}

const isCallable = ({ path }: { readonly path: readonly string[] }): boolean =>
  !/^(?:in|else|instanceof)$/.test(path.at(-1) ?? '');

function parseCall(reader: Reader, of: GroovyExpression & { kind: 'name' }): GroovyExpression {
  const args = parseArguments(reader);
  return withClosures(reader, callOf(reader, of, args));
}

/** `a.b.c(…)` is `c` called on `a.b`. */
function callOf(
  reader: Reader,
  { path, at }: GroovyExpression & { kind: 'name' },
  args: (GroovyExpression & { kind: 'call' })['args'],
): GroovyExpression & { kind: 'call' } {
  const name = path.at(-1) ?? '';
  const target: GroovyExpression | undefined =
    path.length > 1
      ? { kind: 'name', path: path.slice(0, -1), at: { ...at, end: at.end - name.length - 1 } }
      : undefined;
  const nameAt = { ...at, start: at.end - name.length };
  return { kind: 'call', name, target, args, nameAt, at: spanFrom(reader, at.start) };
}

function parseMember(reader: Reader, of: GroovyExpression): GroovyExpression | undefined {
  skipLineEnds(reader);
  take(reader);
  const token = peek(reader);
  const isNamed = token.kind === 'name' || token.kind === 'string';
  if (!isNamed) return { kind: 'other', parts: [of], at: spanFrom(reader, of.at.start) };
  const name = token.kind === 'string' ? textOf(parseString(reader)) : take(reader).text;
  const at = spanFrom(reader, of.at.start);
  if (name === undefined) return { kind: 'other', parts: [of], at };
  if (of.kind === 'name') return { kind: 'name', path: [...of.path, name], at };
  const next = peek(reader);
  const nameAt = spanOf(reader.whole, token.start, token.end);
  const call = { kind: 'call' as const, name, target: of, args: [], nameAt, at };
  if (isSign(next, '(') && !next.isSpaced) {
    const args = parseArguments(reader);
    return withClosures(reader, { ...call, args, at: spanFrom(reader, of.at.start) });
  }
  return isSign(next, '{') ? withClosures(reader, call) : { kind: 'other', parts: [of], at };
}

function parseIndex(reader: Reader, of: GroovyExpression): GroovyExpression {
  take(reader);
  const key = withBrackets(reader, true, () => {
    const found = parseExpression(reader);
    takeSign(reader, ']');
    return found;
  });
  const at = spanFrom(reader, of.at.start);
  const name = textOf(key);
  return of.kind === 'name' && name !== undefined
    ? { kind: 'name', path: [...of.path, name], at }
    : { kind: 'other', parts: key ? [of, key] : [of], at };
}
