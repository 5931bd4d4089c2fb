//! `switch` and `select` of Go, with whatever stands in their heads, and loops without a head.

import { parseExpression } from '../source-code/parse-expression.ts';
import { parseBlock, parseStatements } from '../source-code/parse-statements.ts';
import {
  closingOf,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  textAt,
} from '../source-code/reader.ts';
import type { CodeArm, Statement } from '../source-code/tree.ts';
import { declarationsAt } from './parse-declarations.ts';

/** `switch x := y.(type) {…}`, `switch {…}`, `select {…}`. */
export function switchAt(reader: Reader): Statement {
  const from = reader.at;
  reader.at += 1;
  const before: Statement[] = [];
  while (peek(reader) && !isSymbol(reader, '{')) {
    const at = reader.at;
    reader.isInHead = true;
    const value = parseExpression(reader);
    reader.isInHead = false;
    before.push({ kind: 'expression', value, start: value.start, end: value.end });
    while (peek(reader) && /^(?::=|=|;|,)$/.test(textAt(reader))) reader.at += 1;
    if (reader.at === at) reader.at += 1;
  }
  const close = closingOf(reader);
  reader.at += 1;
  const arms: CodeArm[] = [];
  let isExhaustive = false;
  while (reader.at < close) {
    const at = reader.at;
    isExhaustive ||= isWord(reader, 'default');
    passLabel(reader, close);
    arms.push({ body: parseStatements(reader, nextLabel(reader, close), declarationsAt) });
    if (reader.at === at) reader.at += 1;
  }
  reader.at = Math.min(close + 1, reader.tokens.length);
  const branch: Statement = { kind: 'branch', arms, isExhaustive, ...stretchFrom(reader, from) };
  return before.length === 0
    ? branch
    : { kind: 'block', body: [...before, branch], ...stretchFrom(reader, from) };
}

function passLabel(reader: Reader, close: number): void {
  while (reader.at < close && !isSymbol(reader, ':')) {
    const isOpening = peek(reader)?.kind === 'symbol' && /^[([{]$/.test(textAt(reader));
    reader.at = isOpening ? Math.min(closingOf(reader) + 1, close) : reader.at + 1;
  }
  if (reader.at < close) reader.at += 1;
}

function nextLabel(reader: Reader, close: number): number {
  for (let at = reader.at; at < close; at += 1) {
    const token = reader.tokens[at];
    if (token?.kind === 'name' && /^(?:case|default)$/.test(token.text)) return at;
    const mate = reader.mates[at] ?? -1;
    if (mate > at) at = Math.min(mate, close);
  }
  return close;
}

/** `for {…}`. */
export function endless(reader: Reader): Statement {
  const from = reader.at;
  reader.at += 1;
  const body = parseBlock(reader, declarationsAt);
  return { kind: 'loop', targets: [], body, ...stretchFrom(reader, from) };
}
