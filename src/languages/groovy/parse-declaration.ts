//! `def x = v`, `String x = v`, `def f(a, b = 1) { … }`.

import { parseCommand, parseExpression } from './parse-expression.ts';
import { statementsUntil } from './parse-statement.ts';
import {
  closingIndex,
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
import type { GroovyExpression, GroovyParameter, GroovyStatement } from './tree.ts';

const TYPES: ReadonlySet<string> = new Set([
  'def',
  'var',
  'void',
  'int',
  'long',
  'boolean',
  'double',
  'float',
  'char',
]);

/** A type and a name: `sh script` is none, because types are capitalised or of the list above. */
export function isDeclaration(reader: Reader): boolean {
  const first = peek(reader);
  if (first.kind !== 'name') return false;
  if (first.text === 'def' || first.text === 'var') return true;
  if (!isTypeName(first)) return false;
  const nameAt = typeLength(reader);
  const [name, sign] = [tokenAfter(reader, nameAt), tokenAfter(reader, nameAt + 1)];
  if (name.kind !== 'name') return false;
  const isEnd = sign.kind === 'line-end' || sign.kind === 'end';
  return isEnd || isSign(sign, '=') || isSign(sign, ';') || isFunctionHead(reader, nameAt + 1);
}

const isTypeName = ({ text }: Token): boolean => TYPES.has(text) || /^[A-Z]/.test(text);

/** In tokens: `String` is one, `Map<String, Object>` six, `a.b.C` five. */
function typeLength(reader: Reader): number {
  let length = 1;
  while (isSign(tokenAfter(reader, length), '.')) length += 2;
  let open = 0;
  while (length < TYPE_LENGTH_MAX) {
    const token = tokenAfter(reader, length);
    if (isSign(token, '<')) open += 1;
    if (open === 0) break;
    if (isSign(token, '>')) open -= 1;
    length += 1;
  }
  while (isSign(tokenAfter(reader, length), '[') && isSign(tokenAfter(reader, length + 1), ']')) {
    length += 2;
  }
  return length;
}

/** In tokens. */
const TYPE_LENGTH_MAX = 40;

/** Brackets, and a body behind them. */
function isFunctionHead(reader: Reader, ahead: number): boolean {
  if (!isSign(tokenAfter(reader, ahead), '(')) return false;
  const close = closingIndex(reader, reader.index + ahead);
  if (close === undefined) return false;
  let next = close + 1;
  while (reader.tokens[next]?.kind === 'line-end') next += 1;
  const body = reader.tokens[next];
  return body !== undefined && (isSign(body, '{') || isWord(body, 'throws'));
}

export function parseDeclaration(reader: Reader): GroovyStatement | undefined {
  const { start } = peek(reader);
  reader.index += declaredAt(reader);
  if (isSign(peek(reader), '(')) return parseSeveral(reader, start);
  const name = take(reader);
  if (name.kind === 'end' || name.kind === 'line-end') return undefined;
  if (isFunctionHead(reader, 0)) return parseFunction(reader, nameText(name), start);
  let value: GroovyExpression | undefined;
  if (takeSign(reader, '=')) {
    skipLineEnds(reader);
    value = parseCommand(reader);
  }
  const path = [nameText(name)];
  const at = spanFrom(reader, start);
  return { kind: 'assign', path, value, appends: false, isDeclared: true, at };
}

/** How many tokens stand before the name: `def` may stand before a type, or for it. */
function declaredAt(reader: Reader): number {
  const isDef = isWord(peek(reader), 'def') || isWord(peek(reader), 'var');
  if (!isDef) return typeLength(reader);
  const next = tokenAfter(reader, 1);
  if (next.kind !== 'name' || !isTypeName(next)) return 1;
  reader.index += 1;
  const length = typeLength(reader);
  reader.index -= 1;
  return tokenAfter(reader, 1 + length).kind === 'name' ? 1 + length : 1;
}

/** `def 'a name'() { … }` is a function too. */
const nameText = ({ text }: Token): string => text.replace(/^(['"])(.*)\1$/, '$2');

/** `def (a, b) = list`: what each becomes is not followed. */
function parseSeveral(reader: Reader, start: number): GroovyStatement | undefined {
  parseExpression(reader);
  const value = takeSign(reader, '=') ? parseCommand(reader) : undefined;
  return value ? { kind: 'expression', of: value, at: spanFrom(reader, start) } : undefined;
}

function parseFunction(reader: Reader, name: string, start: number): GroovyStatement {
  const parameters = parseParameters(reader);
  skipLineEnds(reader);
  while (!isSign(peek(reader), '{') && peek(reader).kind !== 'end') take(reader);
  take(reader);
  const body = statementsUntil(reader, '}');
  return { kind: 'function', name, parameters, body, at: spanFrom(reader, start) };
}

/** `(String a, b = 1)`. */
function parseParameters(reader: Reader): readonly GroovyParameter[] {
  const parameters: GroovyParameter[] = [];
  take(reader);
  withBrackets(reader, true, () => {
    for (;;) {
      const next = peek(reader);
      if (next.kind === 'end' || takeSign(reader, ')')) return;
      const before = reader.index;
      const name = parameterName(reader);
      const fallback = takeSign(reader, '=') ? parseExpression(reader) : undefined;
      if (name) {
        const at = { path: reader.whole.at.path, start: name.start, end: name.end };
        parameters.push({ name: name.text, fallback, at });
      }
      if (!takeSign(reader, ',') && reader.index === before) take(reader);
    }
  });
  return parameters;
}

/** The last name before `,`, `=` or `)`; the type before it is passed over. */
function parameterName(reader: Reader): Token | undefined {
  let name: Token | undefined;
  for (;;) {
    const next = peek(reader);
    if (next.kind === 'end' || isSign(next, '=') || isSign(next, ')')) return name;
    if (isSign(next, ',') && !isGeneric(reader)) return name;
    if (next.kind === 'name') name = next;
    take(reader);
  }
}

/** The comma of `Map<String, String> x`: a `>` comes before the next `=`, `,` or `)`. */
function isGeneric(reader: Reader): boolean {
  for (let ahead = 1; ahead < 8; ahead += 1) {
    const token = tokenAfter(reader, ahead);
    if (isSign(token, '>')) return true;
    if (token.kind === 'sign' && /^[=,)]$/.test(token.text)) return false;
  }
  return false;
}
