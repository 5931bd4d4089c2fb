//! Bicep's expressions: operators by precedence, conditionals, and what may follow a value.

import {
  advance,
  type Cursor,
  chained,
  DEPTH_MAX,
  endOfLast,
  expect,
  isAt,
  isDeclaration,
  nested,
  passBroken,
  passNewline,
  peek,
  report,
  take,
  takeName,
} from './cursor.ts';
import { readArguments } from './parse-list.ts';
import { readPrimary } from './parse-primary.ts';
import type { TokenKind } from './token.ts';
import type { CallNode, Expression, Name } from './tree.ts';

//! Source: https://learn.microsoft.com/azure/azure-resource-manager/bicep/operators
const PRECEDENCE: ReadonlyMap<TokenKind, number> = new Map<TokenKind, number>([
  ['*', 100],
  ['/', 100],
  ['%', 100],
  ['+', 90],
  ['-', 90],
  ['<', 80],
  ['<=', 80],
  ['>', 80],
  ['>=', 80],
  ['==', 70],
  ['!=', 70],
  ['=~', 70],
  ['!~', 70],
  ['&&', 50],
  ['||', 40],
  ['??', 30],
]);

export function missing(cursor: Cursor): Expression {
  const { start } = peek(cursor);
  return { kind: 'missing', start, end: start };
}

export function readExpression(cursor: Cursor): Expression {
  return nested(cursor, () => readConditional(cursor)) ?? missing(cursor);
}

/** `?` and `:` may stand at the start of a line. */
function readConditional(cursor: Cursor): Expression {
  const condition = readBinary(cursor, 0);
  const isHere = isAt(cursor, '?') || (isAt(cursor, 'newline') && isAt(cursor, '?', 1));
  if (!isHere || condition.kind === 'missing') return condition;
  passNewline(cursor);
  advance(cursor);
  passNewline(cursor);
  const whenTrue = readExpression(cursor);
  if (isAt(cursor, ':', 1)) passNewline(cursor);
  const hasOther = expect(cursor, ':');
  if (hasOther) passNewline(cursor);
  const whenFalse = hasOther ? readExpression(cursor) : missing(cursor);
  const { start } = condition;
  return { kind: 'conditional', condition, whenTrue, whenFalse, start, end: endOfLast(cursor) };
}

/** Reads while operators bind tighter than `floor`. */
function readBinary(cursor: Cursor, floor: number): Expression {
  let left = readUnary(cursor);
  for (let length = 0; left.kind !== 'missing'; length += 1) {
    const operator = operatorAhead(cursor);
    const precedence = operator === undefined ? 0 : (PRECEDENCE.get(operator) ?? 0);
    if (operator === undefined || precedence <= floor) break;
    if (length >= DEPTH_MAX) {
      report(cursor, `more than ${DEPTH_MAX} operators in a row`);
      passBroken(cursor);
      break;
    }
    passNewline(cursor);
    advance(cursor);
    if (isAt(cursor, 'newline')) passToOperand(cursor);
    const right = readBinary(cursor, precedence);
    const { start } = left;
    left = { kind: 'binary', operator, left, right, start, end: endOfLast(cursor) };
  }
  return left;
}

/** On the next line too, unless it is a sign that may begin something else there. */
function operatorAhead(cursor: Cursor): TokenKind | undefined {
  const isNextLine = isAt(cursor, 'newline');
  const { kind } = peek(cursor, isNextLine ? 1 : 0);
  if (!PRECEDENCE.has(kind)) return undefined;
  return isNextLine && (kind === '+' || kind === '-' || kind === '*') ? undefined : kind;
}

function passToOperand(cursor: Cursor): void {
  passNewline(cursor);
  if (isDeclaration(cursor)) cursor.index -= 1;
}

function readUnary(cursor: Cursor): Expression {
  const { start } = peek(cursor);
  let operator = '';
  while (isAt(cursor, '!') || isAt(cursor, '-') || isAt(cursor, '+')) {
    operator += advance(cursor).kind;
  }
  const of = readPostfix(cursor);
  return operator === '' ? of : { kind: 'unary', operator, of, start, end: endOfLast(cursor) };
}

const readPostfix = (cursor: Cursor): Expression =>
  chained<Expression>(cursor, readPrimary(cursor), readSuffix);

/** `undefined` when none follows. */
function readSuffix(cursor: Cursor, of: Expression): Expression | undefined {
  const { start } = of;
  switch (peek(cursor).kind) {
    case '.':
      return readMember(cursor, of);
    case '::': {
      advance(cursor);
      const name = takeName(cursor);
      return { kind: 'nested', of, name, start, end: endOfLast(cursor) };
    }
    case '!':
      advance(cursor);
      return { kind: 'non-null', of, start, end: endOfLast(cursor) };
    case '[':
      return readIndex(cursor, of);
  }
  return undefined;
}

function readMember(cursor: Cursor, of: Expression): Expression {
  advance(cursor);
  take(cursor, '?');
  const name = takeName(cursor);
  if (isAt(cursor, '(')) return readCall(cursor, of, name);
  return { kind: 'member', of, name, start: of.start, end: endOfLast(cursor) };
}

function readIndex(cursor: Cursor, of: Expression): Expression {
  advance(cursor);
  take(cursor, '?');
  take(cursor, '^');
  passNewline(cursor);
  const key = readExpression(cursor);
  passNewline(cursor);
  expect(cursor, ']');
  return { kind: 'index', of, key, start: of.start, end: endOfLast(cursor) };
}

/** Stands at the opening parenthesis. */
export function readCall(cursor: Cursor, of: Expression | undefined, name: Name): CallNode {
  const args: Expression[] = [];
  advance(cursor);
  readArguments(cursor, ')', () => args.push(readExpression(cursor)));
  return { kind: 'call', of, name, args, start: of?.start ?? name.start, end: endOfLast(cursor) };
}
