//! Calls: with brackets, with closures behind them, and as a command without brackets.

import { parseExpression } from './parse-expression.ts';
import { parseClosure } from './parse-literal.ts';
import {
  isSign,
  nextBehindLineEnds,
  peek,
  type Reader,
  skipLineEnds,
  spanFrom,
  take,
  takeSign,
  tokenAfter,
  withBrackets,
} from './reader.ts';
import type { Token } from './token.ts';
import { type GroovyArgument, type GroovyCall, type GroovyExpression, textOf } from './tree.ts';

/** `(a, b: c)`. */
export function parseArguments(reader: Reader): readonly GroovyArgument[] {
  take(reader);
  return withBrackets(reader, true, () => listedUntil(reader, ')'));
}

/** `a, b: c` to the closing sign, which is taken. */
export function listedUntil(reader: Reader, closing: ')' | ']'): readonly GroovyArgument[] {
  const args: GroovyArgument[] = [];
  for (;;) {
    const next = peek(reader);
    if (next.kind === 'end' || takeSign(reader, closing)) return args;
    // A brace that closes what stands around: the bracket was forgotten.
    if (isSign(next, '}')) return args;
    if (takeSign(reader, ',')) continue;
    const argument = parseArgument(reader);
    if (argument) args.push(argument);
    else take(reader);
  }
}

/** `value`, `name: value`, `'name': value`, `(expression): value`. */
export function parseArgument(reader: Reader): GroovyArgument | undefined {
  const { start } = peek(reader);
  const key = parseKey(reader);
  const value = parseExpression(reader);
  if (!value) return undefined;
  if (key === undefined && takeSign(reader, ':')) {
    if (reader.isBracketed) skipLineEnds(reader);
    const held = parseExpression(reader);
    return held && { name: textOf(value), value: held, at: spanFrom(reader, start) };
  }
  return { name: key, value, at: spanFrom(reader, start) };
}

/** `name:` is taken. */
function parseKey(reader: Reader): string | undefined {
  const name = peek(reader);
  if (name.kind !== 'name' || !isSign(tokenAfter(reader, 1), ':')) return undefined;
  take(reader);
  take(reader);
  if (reader.isBracketed) skipLineEnds(reader);
  return name.text;
}

/** Closures right behind the brackets are arguments too; the brace may stand on the next line. */
export function withClosures(reader: Reader, call: GroovyCall): GroovyCall {
  let whole = call;
  while (isSign(nextBehindLineEnds(reader), '{')) {
    skipLineEnds(reader);
    const value = parseClosure(reader);
    const args = [...whole.args, { name: undefined, value, at: value.at }];
    whole = { ...whole, args, at: spanFrom(reader, call.at.start) };
  }
  return whole;
}

/** `sh 'ls'`, `git url: 'x', branch: 'y'`, `docker.build 'x'`; `undefined` when it is none, and nothing is taken. */
export function parseCommandCall(reader: Reader): GroovyExpression | undefined {
  const path = commandPath(reader);
  if (!path) return undefined;
  const { start } = peek(reader);
  const nameToken = tokenAfter(reader, (path.length - 1) * 2);
  reader.index += path.length * 2 - 1;
  const args: GroovyArgument[] = [];
  do {
    if (args.length > 0) skipLineEnds(reader);
    const argument = parseArgument(reader);
    if (!argument) break;
    args.push(argument);
  } while (takeSign(reader, ','));
  const pathOf = (from: number, to: number) => ({
    path: reader.whole.at.path,
    start: from,
    end: to,
  });
  const target: GroovyExpression | undefined =
    path.length > 1
      ? { kind: 'name', path: path.slice(0, -1), at: pathOf(start, nameToken.start - 1) }
      : undefined;
  return {
    kind: 'call',
    name: path.at(-1) ?? '',
    target,
    args,
    nameAt: pathOf(nameToken.start, nameToken.end),
    at: spanFrom(reader, start),
  };
}

/** The dotted name before an argument that stands on the same line, with white space between. */
function commandPath(reader: Reader): readonly string[] | undefined {
  const path: string[] = [];
  for (let ahead = 0; ; ahead += 2) {
    const [name, next] = [tokenAfter(reader, ahead), tokenAfter(reader, ahead + 1)];
    if (name.kind !== 'name' || KEYWORDS.has(name.text)) return undefined;
    path.push(name.text);
    if (isSign(next, '.') && !next.isSpaced) continue;
    return next.isSpaced && startsArgument(next, tokenAfter(reader, ahead + 2)) ? path : undefined;
  }
}

const KEYWORDS: ReadonlySet<string> = new Set([
  'new',
  'in',
  'as',
  'instanceof',
  'true',
  'false',
  'null',
  'else',
  'assert',
]);

function startsArgument(token: Token, next: Token): boolean {
  if (token.kind === 'string' || token.kind === 'number') return true;
  if (token.kind === 'name') return !/^(?:in|as|instanceof)$/.test(token.text);
  // `x [1]` may be an index with a space; of a list of names or strings nobody writes it so.
  return isSign(token, '[') && next.kind !== 'number';
}
