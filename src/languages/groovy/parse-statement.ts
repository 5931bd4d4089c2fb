//! Statements: calls above all, and what decides whether they run.

import { parseCompound } from './parse-compound.ts';
import { isDeclaration, parseDeclaration } from './parse-declaration.ts';
import { parseCommand, parseExpression } from './parse-expression.ts';
import {
  DEPTH_MAX,
  isSign,
  isWord,
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
import type { GroovyExpression, GroovyStatement } from './tree.ts';

/** To the closing sign, which is taken; to the end of the text when there is none. */
export function statementsUntil(
  reader: Reader,
  closing: '}' | undefined,
): readonly GroovyStatement[] {
  return withBrackets(reader, false, () => {
    const statements: GroovyStatement[] = [];
    for (;;) {
      skipSeparators(reader);
      const next = peek(reader);
      if (next.kind === 'end') return statements;
      if (closing !== undefined && takeSign(reader, closing)) return statements;
      const before = reader.index;
      const statement = parseStatement(reader);
      if (statement) statements.push(statement);
      // What cannot start a statement is passed over, so that the end is reached.
      if (reader.index === before) take(reader);
    }
  });
}

function skipSeparators(reader: Reader): void {
  for (;;) {
    skipLineEnds(reader);
    if (!takeSign(reader, ';')) return;
  }
}

/** `{ … }`, or one statement alone. */
export function parseBody(reader: Reader): readonly GroovyStatement[] {
  return withBrackets(reader, false, () => {
    skipLineEnds(reader);
    if (takeSign(reader, '{')) return statementsUntil(reader, '}');
    const statement = parseStatement(reader);
    return statement ? [statement] : [];
  });
}

export function parseStatement(reader: Reader): GroovyStatement | undefined {
  if (reader.depth >= DEPTH_MAX) {
    take(reader);
    return undefined;
  }
  reader.depth += 1;
  const statement = statementAt(reader);
  reader.depth -= 1;
  return statement;
}

function statementAt(reader: Reader): GroovyStatement | undefined {
  skipModifiers(reader);
  const next = peek(reader);
  if (isWord(next, 'import') || isWord(next, 'package')) return skipLine(reader);
  if (isClassHead(reader)) return parseClass(reader);
  const compound = parseCompound(reader);
  if (compound) return compound;
  if (isDeclaration(reader)) return parseDeclaration(reader);
  return parseExpressionStatement(reader);
}

const MODIFIERS: ReadonlySet<string> = new Set([
  'private',
  'public',
  'protected',
  'static',
  'final',
  'abstract',
  'synchronized',
]);

/** `@NonCPS`, `@Library('x') _`, `private static`. */
function skipModifiers(reader: Reader): void {
  for (;;) {
    skipLineEnds(reader);
    const next = peek(reader);
    if (next.kind === 'name' && MODIFIERS.has(next.text)) take(reader);
    else if (isSign(next, '@') && tokenAfter(reader, 1).kind === 'name') skipAnnotation(reader);
    else return;
  }
}

function skipAnnotation(reader: Reader): void {
  take(reader);
  take(reader);
  while (isSign(peek(reader), '.')) {
    take(reader);
    take(reader);
  }
  if (isSign(peek(reader), '(')) parseExpression(reader);
  if (isWord(peek(reader), '_')) take(reader);
}

function skipLine(reader: Reader): undefined {
  while (peek(reader).kind !== 'line-end' && peek(reader).kind !== 'end') take(reader);
  return undefined;
}

const isClassHead = (reader: Reader): boolean => {
  const [first, second] = [peek(reader), tokenAfter(reader, 1)];
  return (
    first.kind === 'name' &&
    /^(?:class|interface|trait|enum)$/.test(first.text) &&
    second.kind === 'name'
  );
};

function parseClass(reader: Reader): GroovyStatement {
  const start = peek(reader).start;
  while (!isSign(peek(reader), '{') && peek(reader).kind !== 'end') take(reader);
  take(reader);
  const body = statementsUntil(reader, '}');
  return { kind: 'class', body, at: spanFrom(reader, start) };
}

function parseExpressionStatement(reader: Reader): GroovyStatement | undefined {
  const first = peek(reader);
  if (isStray(first)) {
    take(reader);
    return undefined;
  }
  const of = parseCommand(reader);
  if (!of) return undefined;
  const sign = peek(reader);
  const path = pathOf(of);
  if (sign.kind === 'sign' && /^(?:=|\+=|\?=)$/.test(sign.text)) {
    take(reader);
    skipLineEnds(reader);
    const value = parseCommand(reader);
    const at = spanFrom(reader, first.start);
    if (path) {
      const appends = sign.text === '+=';
      return { kind: 'assign', path, value, appends, isDeclared: false, at };
    }
    const parts: readonly GroovyExpression[] = value ? [of, value] : [of];
    return { kind: 'expression', of: { kind: 'other', parts, at }, at };
  }
  return { kind: 'expression', of, at: spanFrom(reader, first.start) };
}

const pathOf = (expression: GroovyExpression): readonly string[] | undefined =>
  expression.kind === 'name' ? expression.path : undefined;

const isStray = (token: Token): boolean => token.kind === 'sign' && /^[)\]},:]$/.test(token.text);
