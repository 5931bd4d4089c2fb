//! `if`, `for`, `while`, `switch`, `try`, and the words that leave them.

import { nothingAt, parseCondition, passTo } from './parse-condition.ts';
import { parseCommand, parseExpression } from './parse-expression.ts';
import { parseBody } from './parse-statement.ts';
import { parseSwitch } from './parse-switch.ts';
import {
  isSign,
  isWord,
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
import type { GroovyStatement } from './tree.ts';

/** `undefined` when something else comes next. */
export function parseCompound(reader: Reader): GroovyStatement | undefined {
  const { kind, text, start } = peek(reader);
  if (kind !== 'name') return undefined;
  const isHead = isSign(tokenAfter(reader, 1), '(');
  switch (text) {
    case 'if':
      return isHead ? parseIf(reader, start) : undefined;
    case 'for':
      return isHead ? parseFor(reader, start) : undefined;
    case 'while':
      return isHead ? parseWhile(reader, start) : undefined;
    case 'switch':
      return isHead ? parseSwitch(reader, start) : undefined;
    case 'try':
      return parseTry(reader, start);
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return parseStop(reader, text, start);
    default:
      return undefined;
  }
}

function parseIf(reader: Reader, start: number): GroovyStatement {
  take(reader);
  const condition = parseCondition(reader);
  const then = parseBody(reader);
  let otherwise: readonly GroovyStatement[] = [];
  if (isWord(nextBehindLineEnds(reader), 'else')) {
    skipLineEnds(reader);
    take(reader);
    otherwise = parseBody(reader);
  }
  return { kind: 'if', condition, then, otherwise, at: spanFrom(reader, start) };
}

function parseFor(reader: Reader, start: number): GroovyStatement {
  take(reader);
  take(reader);
  const variable = loopVariable(reader);
  const over = withBrackets(reader, true, () => {
    const items = variable === undefined ? undefined : parseExpression(reader);
    passTo(reader, ')');
    return items ?? nothingAt(reader);
  });
  const body = parseBody(reader);
  const named = variable === undefined ? {} : { variable };
  return { kind: 'loop', ...named, over, body, at: spanFrom(reader, start) };
}

/** `def x in`, `String x :`; the words up to there are taken. `undefined` for `i = 0; …`. */
function loopVariable(reader: Reader): string | undefined {
  for (const ahead of [0, 1, 2]) {
    const [name, sign] = [tokenAfter(reader, ahead), tokenAfter(reader, ahead + 1)];
    if (name.kind !== 'name') return undefined;
    if (!isWord(sign, 'in') && !isSign(sign, ':')) continue;
    reader.index += ahead + 2;
    return name.text;
  }
  return undefined;
}

function parseWhile(reader: Reader, start: number): GroovyStatement {
  take(reader);
  const over = parseCondition(reader);
  const body = parseBody(reader);
  return { kind: 'loop', over, body, at: spanFrom(reader, start) };
}

function parseTry(reader: Reader, start: number): GroovyStatement | undefined {
  take(reader);
  const body = parseBody(reader);
  const handlers: (readonly GroovyStatement[])[] = [];
  while (isWord(nextBehindLineEnds(reader), 'catch')) {
    skipLineEnds(reader);
    take(reader);
    if (takeSign(reader, '(')) withBrackets(reader, true, () => passTo(reader, ')'));
    handlers.push(parseBody(reader));
  }
  let after: readonly GroovyStatement[] = [];
  if (isWord(nextBehindLineEnds(reader), 'finally')) {
    skipLineEnds(reader);
    take(reader);
    after = parseBody(reader);
  }
  return { kind: 'try', body, handlers, after, at: spanFrom(reader, start) };
}

function parseStop(
  reader: Reader,
  word: 'return' | 'throw' | 'break' | 'continue',
  start: number,
): GroovyStatement {
  take(reader);
  const next = peek(reader);
  const isAlone =
    next.kind === 'line-end' || next.kind === 'end' || isSign(next, '}') || isSign(next, ';');
  const value = isAlone ? undefined : parseCommand(reader);
  return { kind: 'stop', word, value, at: spanFrom(reader, start) };
}
