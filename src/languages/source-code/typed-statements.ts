//! Statements of C# and Java: declarations begin with a type, blocks stand in braces, members in classes.

import { parseExpression } from './parse-expression.ts';
import {
  closingOf,
  DEPTH_MAX,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeWord,
  textAt,
} from './reader.ts';
import type { Code, Statement } from './tree.ts';
import { parseCompound } from './typed-compounds.ts';
import { parseDeclaration } from './typed-declarations.ts';
import { parseImport } from './typed-imports.ts';

/** The statements of a whole file, or of a script. */
export const parseTyped = (reader: Reader): readonly Statement[] =>
  statementsTo(reader, reader.tokens.length);

/** The statements of a block whose brace is the next token; leaves the cursor after it. */
export function typedBlock(reader: Reader): readonly Statement[] {
  const close = closingOf(reader);
  if (reader.depth >= DEPTH_MAX) {
    reader.at = Math.min(close + 1, reader.tokens.length);
    return [];
  }
  reader.at += 1;
  const { isInBrackets, isInHead } = reader;
  reader.isInBrackets = false;
  reader.isInHead = false;
  reader.depth += 1;
  const body = statementsTo(reader, close);
  reader.depth -= 1;
  reader.isInBrackets = isInBrackets;
  reader.isInHead = isInHead;
  reader.at = Math.min(close + 1, reader.tokens.length);
  return body;
}

export function statementsTo(reader: Reader, end: number): readonly Statement[] {
  const statements: Statement[] = [];
  while (reader.at < end) {
    const before = reader.at;
    statements.push(...parseStatement(reader));
    if (reader.at === before) reader.at += 1;
  }
  return statements;
}

/** One statement; several for `int a = 1, b = 2`. */
export function parseStatement(reader: Reader): readonly Statement[] {
  if (take(reader, ';')) return [];
  skipAttributes(reader);
  const from = reader.at;
  if (isSymbol(reader, '{')) {
    const body = typedBlock(reader);
    return [{ kind: 'block', body, ...stretchFrom(reader, from) }];
  }
  return (
    parseImport(reader) ??
    parseCompound(reader) ??
    parseStop(reader) ??
    parseDeclaration(reader) ??
    parseSimple(reader)
  );
}

/** `[Attribute(…)]` of C# and `@Annotation(…)` of Java, in front of what they are about. */
export function skipAttributes(reader: Reader): void {
  for (let token = peek(reader); token; token = peek(reader)) {
    if (isSymbol(reader, '[') && reader.grammar.hasDirectives) {
      reader.at = Math.min(closingOf(reader) + 1, reader.tokens.length);
    } else if (token.kind === 'name' && /^@\w/.test(token.text) && token.text !== '@interface') {
      if (reader.grammar.hasDirectives) return;
      reader.at += 1;
      while (isSymbol(reader, '.') && peek(reader, 1)?.kind === 'name') reader.at += 2;
      if (isSymbol(reader, '(')) reader.at = Math.min(closingOf(reader) + 1, reader.tokens.length);
    } else return;
  }
}

function parseStop(reader: Reader): readonly Statement[] | undefined {
  const from = reader.at;
  const isYield = isWord(reader, 'yield') && /^(?:return|break)$/.test(textAt(reader, 1));
  if (isYield) reader.at += 1;
  const word = textAt(reader);
  if (word === 'goto') {
    skipToEnd(reader);
    return [];
  }
  if (word !== 'return' && word !== 'throw' && word !== 'break' && word !== 'continue')
    return undefined;
  reader.at += 1;
  const value = isSymbol(reader, ';') ? undefined : parseExpression(reader);
  skipToEnd(reader);
  const stretch = stretchFrom(reader, from);
  // What is yielded is one of many, and the function goes on.
  if (isYield) return value ? [{ kind: 'expression', value, ...stretch }] : [];
  return [{ kind: 'stop', word, ...(value ? { value } : {}), ...stretch }];
}

const ASSIGNMENTS: ReadonlySet<string> = new Set('= += -= *= /= %= &= |= ^= ??='.split(' '));

/** An assignment, or an expression with a semicolon behind it. */
function parseSimple(reader: Reader): readonly Statement[] {
  const from = reader.at;
  const target = parseExpression(reader);
  const operator = textAt(reader);
  if (!ASSIGNMENTS.has(operator) || peek(reader)?.kind !== 'symbol') {
    skipToEnd(reader);
    return [{ kind: 'expression', value: target, ...stretchFrom(reader, from) }];
  }
  reader.at += 1;
  const value = assignedValue(reader);
  skipToEnd(reader);
  const stretch = stretchFrom(reader, from);
  return [{ kind: 'assignment', targets: [target], operator, value, isBare: true, ...stretch }];
}

/** `a = b = c`: what the last one is given. */
export function assignedValue(reader: Reader): Code {
  let value = parseExpression(reader);
  while (isSymbol(reader, '=')) {
    reader.at += 1;
    value = parseExpression(reader);
  }
  return value;
}

/** Over what was not understood, to the semicolon; stops before a brace that closes what is around. */
export function skipToEnd(reader: Reader): void {
  for (let token = peek(reader); token; token = peek(reader)) {
    if (take(reader, ';') || isSymbol(reader, '}')) return;
    const isOpening = token.kind === 'symbol' && /^[([{]$/.test(token.text);
    if (isOpening && isSymbol(reader, '{') && token.indent !== undefined) return;
    reader.at = isOpening ? Math.min(closingOf(reader) + 1, reader.tokens.length) : reader.at + 1;
  }
}

/** Passes the word if it is next and gives what stands in the brackets behind it. */
export function takeHead(reader: Reader, word: string): Code | undefined {
  if (!isWord(reader, word)) return undefined;
  takeWord(reader, word);
  return isSymbol(reader, '(') ? headOf(reader) : undefined;
}

/** `(condition)`, whatever it is. */
export function headOf(reader: Reader): Code {
  const from = reader.at;
  const close = closingOf(reader);
  reader.at += 1;
  const { isInBrackets } = reader;
  reader.isInBrackets = true;
  const value: Code =
    reader.at < close
      ? parseExpression(reader)
      : { kind: 'other', parts: [], ...stretchFrom(reader, from) };
  reader.isInBrackets = isInBrackets;
  reader.at = Math.min(close + 1, reader.tokens.length);
  return value;
}
