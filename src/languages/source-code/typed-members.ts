//! Members and variables of C# and Java: a type, a name, and what makes it a method, a property or a field.

import { parseArguments } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import {
  closingOf,
  isSymbol,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeWord,
  textAt,
} from './reader.ts';
import type { Stretch } from './token.ts';
import type { Code, CodeAssignment, Statement } from './tree.ts';
import { passModifiers, typeCode, typedParameters } from './typed-parameters.ts';
import { assignedValue, skipAttributes, skipToEnd, typedBlock } from './typed-statements.ts';
import { genericsEnd, isSymbolAt, typeEnd } from './typed-types.ts';

/** `undefined` when no type and name stand here. */
export function memberAt(reader: Reader, from: number): readonly Statement[] | undefined {
  // `public static <T> T of(…)` of Java.
  const typeFrom = isSymbol(reader, '<')
    ? (genericsEnd(reader, reader.at) ?? reader.at)
    : reader.at;
  const end = typeEnd(reader, typeFrom);
  if (end === undefined || reader.tokens[end]?.kind !== 'name') return undefined;
  // `IFace.Method(…)`: the last of the names is the method's.
  let at = end;
  while (isSymbolAt(reader, at + 1, '.') && reader.tokens[at + 2]?.kind === 'name') at += 2;
  const name = reader.tokens[at];
  const next = reader.tokens[at + 1];
  const isDeclared = next?.kind === 'symbol' && /^(?:[(<={;,[:)]|=>)$/.test(next.text);
  if (!isDeclared || name?.kind !== 'name') return undefined;
  const type = typeCode(reader, typeFrom, end);
  reader.at = at + 1;
  if (isSymbol(reader, '(') || isSymbol(reader, '<'))
    return [functionFrom(reader, name.text, from)];
  if (isSymbol(reader, '=>')) {
    const body = bodyAt(reader);
    const stretch = stretchFrom(reader, from);
    return [{ kind: 'function', name: name.text, parameters: [], body, ...stretch }];
  }
  if (isSymbol(reader, '{')) return propertyFrom(reader, name.text, type, from);
  reader.at = at;
  return variablesFrom(reader, type, from);
}

/** From the parameters on, to the end of the body. */
export function functionFrom(reader: Reader, name: string, from: number): Statement {
  while (peek(reader) && !isSymbol(reader, '(')) reader.at += 1;
  const parameters = typedParameters(reader);
  const before: Statement[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === 'symbol' && /^(?:[{;}]|=>)$/.test(token.text)) break;
    // What the constructor of the base is given.
    if (isSymbol(reader, '(')) {
      const parts = parseArguments(reader).map(it => it.value);
      const value: Code = { kind: 'other', parts, ...stretchFrom(reader, from) };
      before.push({ kind: 'expression', value, ...stretchFrom(reader, from) });
    } else reader.at += 1;
  }
  const body = [...before, ...bodyAt(reader)];
  return { kind: 'function', name, parameters, body, ...stretchFrom(reader, from) };
}

function bodyAt(reader: Reader): readonly Statement[] {
  if (isSymbol(reader, '{')) return typedBlock(reader);
  if (!take(reader, '=>')) {
    take(reader, ';');
    return [];
  }
  const value = parseExpression(reader);
  skipToEnd(reader);
  return [{ kind: 'stop', word: 'return', value, start: value.start, end: value.end }];
}

/** `Type Name { get; set; } = value;` */
function propertyFrom(
  reader: Reader,
  name: string,
  type: Code | undefined,
  from: number,
): readonly Statement[] {
  const close = closingOf(reader);
  reader.at += 1;
  const body: Statement[] = [];
  while (reader.at < close) {
    const before = reader.at;
    skipAttributes(reader);
    passModifiers(reader);
    if (/^(?:get|set|init|add|remove)$/.test(textAt(reader))) reader.at += 1;
    body.push(...bodyAt(reader));
    if (reader.at === before) reader.at += 1;
  }
  reader.at = Math.min(close + 1, reader.tokens.length);
  const stretch = stretchFrom(reader, from);
  const isWritten = take(reader, '=');
  if (!isWritten && body.length > 0)
    return [{ kind: 'function', name, parameters: [], body, ...stretch }];
  const target: Code = { kind: 'name', name, start: stretch.start, end: stretch.start };
  const value = isWritten ? assignedValue(reader) : undefined;
  if (isWritten) skipToEnd(reader);
  return [variable(target, type, value, stretch)];
}

/** `a = 1, b = 2;` after their type; without a value nothing is known of it but the type. */
function variablesFrom(reader: Reader, type: Code | undefined, from: number): readonly Statement[] {
  const statements: Statement[] = [];
  do {
    const token = peek(reader);
    if (token?.kind !== 'name') break;
    reader.at += 1;
    while (isSymbol(reader, '[')) reader.at = Math.min(closingOf(reader) + 1, reader.tokens.length);
    const target: Code = { kind: 'name', name: token.text, start: token.start, end: token.end };
    const value = take(reader, '=') ? typedNew(assignedValue(reader), type) : undefined;
    statements.push(variable(target, type, value, stretchFrom(reader, from)));
  } while (take(reader, ','));
  // The head of a loop or a guard ends with a bracket.
  if (!isSymbol(reader, ')') && !takeWord(reader, 'in')) skipToEnd(reader);
  return statements;
}

const variable = (
  target: Code,
  type: Code | undefined,
  value: Code | undefined,
  { start, end }: Stretch,
): CodeAssignment => ({
  kind: 'assignment',
  targets: [target],
  operator: '=',
  value: value ?? { kind: 'other', parts: [], start: target.start, end: target.start },
  ...(type ? { type } : {}),
  start,
  end,
});

/** `Client c = new(…)`: the class is the variable's. */
function typedNew(value: Code, type: Code | undefined): Code {
  if (!type) return value;
  if (value.kind === 'call' && value.isNew && value.callee.kind === 'other')
    return { ...value, callee: type };
  // `new(…) { A = b }`
  const { kind } = value;
  return kind === 'object' && value.type ? { ...value, type: typedNew(value.type, type) } : value;
}
