//! Expressions, loosely: sums of strings, calls and choices are told apart, all other operators are one.

import { parseCommandCall } from './parse-call.ts';
import { parseOperand } from './parse-operand.ts';
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
} from './reader.ts';
import type { Token } from './token.ts';
import type { GroovyExpression } from './tree.ts';

/** `undefined` when none starts here; nothing is taken then. */
export function parseExpression(reader: Reader): GroovyExpression | undefined {
  if (reader.depth >= DEPTH_MAX) return undefined;
  reader.depth += 1;
  const expression = parseChoice(reader);
  reader.depth -= 1;
  return expression;
}

/** Where a statement or its value stands, a call needs no brackets: `sh 'ls'`. */
export function parseCommand(reader: Reader): GroovyExpression | undefined {
  return parseCommandCall(reader) ?? parseExpression(reader);
}

function parseChoice(reader: Reader): GroovyExpression | undefined {
  const { start } = peek(reader);
  const condition = parseLogic(reader);
  if (!condition) return undefined;
  const isElvis = isSign(peek(reader), '?:');
  if (!isElvis && !isSign(peek(reader), '?')) return condition;
  take(reader);
  skipLineEnds(reader);
  const first = parseExpression(reader);
  const options: GroovyExpression[] = [];
  if (isElvis) options.push(condition, ...(first ? [first] : []));
  else {
    skipLineEnds(reader);
    const hasSecond = takeSign(reader, ':');
    if (hasSecond) skipLineEnds(reader);
    const second = hasSecond ? parseExpression(reader) : undefined;
    options.push(...(first ? [first] : []), ...(second ? [second] : []));
  }
  return { kind: 'choice', condition, options, at: spanFrom(reader, start) };
}

type Level = (reader: Reader) => GroovyExpression | undefined;

/** Operands of `next` with the signs between them; one alone is itself. */
function chain(
  reader: Reader,
  next: Level,
  isOperator: (token: Token) => boolean,
  made: (parts: readonly GroovyExpression[], signs: readonly string[]) => GroovyExpression,
): GroovyExpression | undefined {
  const first = next(reader);
  if (!first) return undefined;
  const parts = [first];
  const signs: string[] = [];
  while (isOperator(peek(reader))) {
    const before = reader.index;
    signs.push(take(reader).text);
    skipLineEnds(reader);
    const part = next(reader);
    if (!part) {
      reader.index = before;
      signs.pop();
      break;
    }
    parts.push(part);
  }
  return parts.length === 1 ? first : made(parts, signs);
}

const signsOf =
  (pattern: RegExp) =>
  (token: Token): boolean =>
    token.kind === 'sign' && pattern.test(token.text);

function parseLogic(reader: Reader): GroovyExpression | undefined {
  const { start } = peek(reader);
  return chain(reader, parseComparison, signsOf(/^(?:&&|\|\|)$/), parts => ({
    kind: 'other',
    parts,
    at: spanFrom(reader, start),
  }));
}

const isComparison = (token: Token): boolean =>
  signsOf(/^(?:==|===|!=|!==|<|>|<=|>=|<=>|=~|==~)$/)(token) ||
  isWord(token, 'in') ||
  isWord(token, 'instanceof');

function parseComparison(reader: Reader): GroovyExpression | undefined {
  const { start } = peek(reader);
  return chain(reader, parseSum, isComparison, (parts, [sign, ...more]) => {
    const at = spanFrom(reader, start);
    const [left, right] = parts;
    const isPlain = more.length === 0 && (sign === '==' || sign === '!=');
    return isPlain && left && right
      ? { kind: 'comparison', left, right, isEqual: sign === '==', at }
      : { kind: 'other', parts, at };
  });
}

function parseSum(reader: Reader): GroovyExpression | undefined {
  const { start } = peek(reader);
  const isOperator = signsOf(/^(?:\+|-|\*|\/|%|\*\*|\.\.|\.\.<|<<|&|\||\^)$/);
  return chain(reader, parseUnary, isOperator, (parts, signs) => ({
    kind: signs.every(it => it === '+') ? 'sum' : 'other',
    parts,
    at: spanFrom(reader, start),
  }));
}

function parseUnary(reader: Reader): GroovyExpression | undefined {
  const next = peek(reader);
  const { start } = next;
  const isPrefix = next.kind === 'sign' && /^(?:!|-|\+|~|\+\+|--|\*)$/.test(next.text);
  if (!isPrefix && !isWord(next, 'new')) return parseOperand(reader);
  const before = reader.index;
  take(reader);
  const of = parseExpressionBelow(reader);
  if (!of) {
    reader.index = before;
    return undefined;
  }
  return { kind: 'other', parts: [of], at: spanFrom(reader, start) };
}

function parseExpressionBelow(reader: Reader): GroovyExpression | undefined {
  if (reader.depth >= DEPTH_MAX) return undefined;
  reader.depth += 1;
  const of = parseUnary(reader);
  reader.depth -= 1;
  return of;
}
