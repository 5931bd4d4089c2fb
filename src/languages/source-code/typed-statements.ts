//! What C# and Java add to statements between braces: attributes, guards, and declarations that begin with a type.

import { parseExpression } from './parse-expression.ts';
import { bracketed, parseBlock } from './parse-statements.ts';
import {
  closingOf,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  textAt,
} from './reader.ts';
import type { Code, Statement } from './tree.ts';
import { parseDeclaration } from './typed-declarations.ts';
import { parseImport } from './typed-imports.ts';

/** `undefined` when it is a statement as other languages have it. */
export function typedDeclarations(reader: Reader): readonly Statement[] | undefined {
  skipAttributes(reader);
  return parseImport(reader) ?? guarded(reader) ?? yielded(reader) ?? parseDeclaration(reader);
}

/** `[Attribute(…)]` of C# and `@Annotation(…)` of Java, in front of what they are about. */
export function skipAttributes(reader: Reader): void {
  const isAttribute = reader.grammar.hasDirectives
    ? (): boolean => isSymbol(reader, '[')
    : (): boolean => /^@(?!interface$)\w/.test(textAt(reader));
  while (isAttribute()) {
    if (!isSymbol(reader, '[')) {
      reader.at += 1;
      while (isSymbol(reader, '.') && peek(reader, 1)?.kind === 'name') reader.at += 2;
      if (!isSymbol(reader, '(')) continue;
    }
    reader.at = Math.min(closingOf(reader) + 1, reader.tokens.length);
  }
}

const GUARDS: ReadonlySet<string> = new Set('using lock synchronized fixed'.split(' '));

/** `using (var x = open()) {…}`, `using var x = open();`, `lock (x) {…}`: the block stands behind them. */
function guarded(reader: Reader): readonly Statement[] | undefined {
  const isAwaited = isWord(reader, 'await') && /^(?:using|foreach)$/.test(textAt(reader, 1));
  if (isAwaited) reader.at += 1;
  if (peek(reader)?.kind !== 'name' || !GUARDS.has(textAt(reader))) return undefined;
  if (isSymbol(reader, '(', 1)) {
    reader.at += 1;
    return bracketed(reader, typedDeclarations);
  }
  if (!isWord(reader, 'using')) return undefined;
  reader.at += 1;
  return parseDeclaration(reader) ?? [];
}

/** What is yielded is one of many, and the function goes on. */
function yielded(reader: Reader): readonly Statement[] | undefined {
  if (!isWord(reader, 'yield') || !/^(?:return|break)$/.test(textAt(reader, 1))) return undefined;
  const from = reader.at;
  reader.at += 2;
  if (isSymbol(reader, ';')) return [];
  const value = parseExpression(reader);
  return [{ kind: 'expression', value, ...stretchFrom(reader, from) }];
}

export const typedBlock = (reader: Reader): readonly Statement[] =>
  parseBlock(reader, typedDeclarations);

/** `a = b = c`: what the last one is given. */
export function assignedValue(reader: Reader): Code {
  let value = parseExpression(reader);
  while (take(reader, '=')) value = parseExpression(reader);
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
