//! The text of an expression of an Azure Resource Manager template to a tree.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions

import type { Segment } from '../../domain/region.ts';
import type { ArmError, ArmExpression, ArmString, ArmText } from './tree.ts';

/** Deeper calls and accesses are not read. */
const DEPTH_MAX = 200;

interface Reader {
  readonly text: string;
  readonly end: number;
  position: number;
  depth: number;
  error: ArmError | undefined;
}

/** Whether a string of a template is an expression: `[…]`, while `[[…` is a text that begins with a bracket. */
export const isArmExpression = (text: string): boolean =>
  text.startsWith('[') && !text.startsWith('[[') && text.endsWith(']') && text.length > 1;

/** Reads what stands between the brackets. Never throws. */
export function parseArmExpression(text: string): ArmText {
  const reader: Reader = {
    text,
    end: text.length - 1,
    position: 1,
    depth: 0,
    error: undefined,
  };
  const root = readExpression(reader);
  if (root && peek(reader) !== '') fail(reader, 'something stands after the expression');
  const { error } = reader;
  return error ? { root: undefined, error } : { root };
}

function fail(reader: Reader, message: string): undefined {
  const { position, end } = reader;
  reader.error ??= {
    message,
    start: position,
    end: Math.max(position, Math.min(position + 1, end)),
  };
  return undefined;
}

/** The next character that is no white space; `''` at the end. */
function peek(reader: Reader): string {
  while (reader.position < reader.end && /\s/.test(reader.text.charAt(reader.position))) {
    reader.position += 1;
  }
  return reader.position < reader.end ? reader.text.charAt(reader.position) : '';
}

function readExpression(reader: Reader): ArmExpression | undefined {
  if (reader.depth >= DEPTH_MAX) return fail(reader, `nested deeper than ${DEPTH_MAX} levels`);
  reader.depth += 1;
  const operand = readOperand(reader);
  const whole = operand && readAccesses(reader, operand);
  reader.depth -= 1;
  return whole;
}

function readOperand(reader: Reader): ArmExpression | undefined {
  const first = peek(reader);
  if (first === "'") return readString(reader);
  const rest = reader.text.slice(reader.position, Math.min(reader.end, reader.position + WORD_MAX));
  const word = /^(?:-?\d+(?:\.\d+)?|[A-Za-z_][\w.]*)/.exec(rest)?.[0];
  if (word === undefined) return fail(reader, 'an expression is missing');
  const start = reader.position;
  reader.position += word.length;
  if (/^[-\d]/.test(word)) return { kind: 'number', text: word, start, end: reader.position };
  if (peek(reader) !== '(') return fail(reader, `\`${word}\` is no function call`);
  const args = readArguments(reader);
  return args && { kind: 'call', name: word, args, start, end: reader.position };
}

/** Characters of a name or number; Azure takes no longer ones. */
const WORD_MAX = 256;

function readArguments(reader: Reader): readonly ArmExpression[] | undefined {
  const args: ArmExpression[] = [];
  reader.position += 1;
  if (peek(reader) === ')') {
    reader.position += 1;
    return args;
  }
  for (;;) {
    const argument = readExpression(reader);
    if (!argument) return undefined;
    args.push(argument);
    const next = peek(reader);
    if (next !== ',' && next !== ')') return fail(reader, '`)` is missing');
    reader.position += 1;
    if (next === ')') return args;
  }
}

function readAccesses(reader: Reader, operand: ArmExpression): ArmExpression | undefined {
  let of = operand;
  for (let count = 0; ; count += 1) {
    const next = peek(reader);
    if (next !== '.' && next !== '[') return of;
    if (count >= DEPTH_MAX) return fail(reader, `more than ${DEPTH_MAX} accesses`);
    reader.position += 1;
    const access = next === '.' ? readMember(reader, of) : readIndex(reader, of);
    if (!access) return undefined;
    of = access;
  }
}

function readMember(reader: Reader, of: ArmExpression): ArmExpression | undefined {
  peek(reader);
  const rest = reader.text.slice(reader.position, Math.min(reader.end, reader.position + WORD_MAX));
  const name = /^[\w$-]+/.exec(rest)?.[0];
  if (name === undefined) return fail(reader, 'the name of a member is missing');
  reader.position += name.length;
  return { kind: 'member', of, name, start: of.start, end: reader.position };
}

function readIndex(reader: Reader, of: ArmExpression): ArmExpression | undefined {
  const key = readExpression(reader);
  if (!key) return undefined;
  if (peek(reader) !== ']') return fail(reader, '`]` is missing');
  reader.position += 1;
  return { kind: 'index', of, key, start: of.start, end: reader.position };
}

function readString(reader: Reader): ArmString | undefined {
  const { text, end, position: start } = reader;
  const segments: Segment[] = [];
  let value = '';
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf("'", from);
    if (quote < 0 || quote >= end) return fail(reader, 'the string has no end');
    const isDoubled = quote + 1 < end && text.charAt(quote + 1) === "'";
    const piece = text.slice(from, isDoubled ? quote + 1 : quote);
    if (piece !== '') segments.push({ guest: value.length, host: from, length: piece.length });
    value += piece;
    from = isDoubled ? quote + 2 : quote + 1;
    if (isDoubled) continue;
    reader.position = from;
    return { kind: 'string', text: value, segments, start, end: from };
  }
}
