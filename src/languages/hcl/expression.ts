//! Expressions from the conditional down to the operand, by precedence.

import { CODE } from './characters.ts';
import { readOperand } from './operand.ts';
import {
  codeAt,
  DEPTH_MAX,
  missing,
  next,
  passLine,
  type Reader,
  report,
  startsWith,
} from './reader.ts';
import { isOpening, passNested } from './recovery.ts';
import type { HclExpression } from './tree.ts';

/** Loosest first. */
const OPERATORS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/', '%'],
];

/** `missing` where none stands. */
export function readExpression(reader: Reader): HclExpression {
  const first = next(reader);
  if (reader.depth >= DEPTH_MAX) return passDeep(reader, first);
  reader.depth += 1;
  const expression = readConditional(reader);
  reader.depth -= 1;
  return expression;
}

function passDeep(reader: Reader, first: number): HclExpression {
  const start = reader.position;
  report(reader, `nested deeper than ${DEPTH_MAX} levels`);
  if (isOpening(first)) passNested(reader);
  else passLine(reader);
  return { kind: 'missing', start, end: reader.position };
}

function readConditional(reader: Reader): HclExpression {
  const condition = readOperation(reader, 0);
  if (condition.kind === 'missing' || next(reader) !== CODE.question) return condition;
  reader.position += 1;
  const then = readExpression(reader);
  if (next(reader) === CODE.colon) {
    reader.position += 1;
    const otherwise = readExpression(reader);
    const { start } = condition;
    return { kind: 'conditional', condition, then, otherwise, start, end: otherwise.end };
  }
  report(reader, 'a colon is missing in `… ? … : …`');
  const { start } = condition;
  return { kind: 'conditional', condition, then, otherwise: missing(reader), start, end: then.end };
}

function readOperation(reader: Reader, level: number): HclExpression {
  const spellings = OPERATORS[level];
  if (!spellings) return readUnary(reader);
  const first = readOperation(reader, level + 1);
  const operands = [first];
  const operators: string[] = [];
  let last = first;
  while (last.kind !== 'missing') {
    next(reader);
    const operator = spellings.find(it => startsWith(reader, it));
    if (operator === undefined) break;
    reader.position += operator.length;
    last = readOperation(reader, level + 1);
    operators.push(operator);
    operands.push(last);
  }
  if (operators.length === 0) return first;
  return { kind: 'operation', operators, operands, start: first.start, end: last.end };
}

function readUnary(reader: Reader): HclExpression {
  let code = next(reader);
  const start = reader.position;
  let operators = '';
  while (code === CODE.exclamation || code === CODE.minus) {
    operators += reader.text[reader.position];
    reader.position += 1;
    code = next(reader);
  }
  if (operators === '') return readOperand(reader, code);
  const operand = readOperand(reader, codeAt(reader, reader.position));
  return { kind: 'unary', operators, operand, start, end: operand.end };
}
