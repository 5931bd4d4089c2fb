//! Classes of JavaScript and TypeScript: methods, and what their objects are given to hold.

import { parseExpression } from '../source-code/parse-expression.ts';
import { parseParameters, passToBrace, passType } from '../source-code/parse-function.ts';
import { type Declarations, parseBlock } from '../source-code/parse-statements.ts';
import {
  closingOf,
  isAtLineEnd,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  takeWord,
  within,
} from '../source-code/reader.ts';
import type { Code, Statement } from '../source-code/tree.ts';

export function parseClass(reader: Reader, declarations: Declarations): Statement {
  const from = reader.at;
  takeWord(reader, 'abstract');
  reader.at += 1;
  const name =
    isWord(reader, 'extends') || isSymbol(reader, '{') ? 'default' : (takeName(reader) ?? '');
  if (isSymbol(reader, '<')) passType(reader);
  const bases: Code[] = [];
  while (peek(reader) && !isSymbol(reader, '{')) {
    const word = peek(reader);
    if (word?.kind === 'name' && !/^(?:extends|implements)$/.test(word.text)) {
      bases.push({ kind: 'name', name: word.text, start: word.start, end: word.end });
    }
    reader.at = isSymbol(reader, '(') ? closingOf(reader) + 1 : reader.at + 1;
  }
  const close = closingOf(reader);
  reader.at += 1;
  const body = within(reader, false, () => members(reader, close, declarations));
  reader.at = Math.min(close + 1, reader.tokens.length);
  return { kind: 'class', name, bases, body, ...stretchFrom(reader, from) };
}

const MODIFIERS =
  /^(?:public|private|protected|static|readonly|async|override|abstract|declare|get|set|accessor)$/;

function members(reader: Reader, close: number, declarations: Declarations): readonly Statement[] {
  const all: Statement[] = [];
  while (reader.at < close) {
    const before = reader.at;
    const member = memberAt(reader, declarations);
    if (member) all.push(member);
    if (reader.at === before) reader.at += 1;
  }
  return all;
}

function memberAt(reader: Reader, declarations: Declarations): Statement | undefined {
  while (take(reader, ';') || take(reader, '*'));
  while (isModifier(reader)) reader.at += 1;
  const from = reader.at;
  if (isSymbol(reader, '{')) {
    // `static {…}`
    const body = parseBlock(reader, declarations);
    return { kind: 'block', body, ...stretchFrom(reader, from) };
  }
  const name = takeName(reader);
  if (name === undefined) return undefined;
  const target: Code = { kind: 'name', name: name.replace('#', ''), ...stretchFrom(reader, from) };
  if (isSymbol(reader, '<')) passType(reader);
  if (isSymbol(reader, '(')) {
    const parameters = parseParameters(reader);
    passToBrace(reader);
    const body = isSymbol(reader, '{') ? parseBlock(reader, declarations) : [];
    return { kind: 'function', name: target.name, parameters, body, ...stretchFrom(reader, from) };
  }
  take(reader, '?');
  if (take(reader, ':')) passType(reader);
  if (!take(reader, '=')) return undefined;
  const value = parseExpression(reader);
  const stretch = stretchFrom(reader, from);
  if (value.kind === 'function') {
    return {
      kind: 'function',
      name: target.name,
      parameters: value.parameters,
      body: value.body,
      ...stretch,
    };
  }
  return { kind: 'assignment', targets: [target], operator: '=', value, ...stretch };
}

/** A word in front of a name; `get() {…}` is a method. */
function isModifier(reader: Reader): boolean {
  const token = peek(reader);
  const next = peek(reader, 1);
  if (token?.kind !== 'name' || !next) return false;
  if (!MODIFIERS.test(token.text) && !token.text.startsWith('@')) return false;
  const isBefore = next.kind === 'name' || isSymbol(reader, '*', 1) || isSymbol(reader, '{', 1);
  return isBefore && !isAtLineEnd({ ...reader, at: reader.at + 1 });
}
