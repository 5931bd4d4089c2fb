//! Compound statements of C# and Java: `if`, `switch`, loops, `try`, `using` and `lock`.

import { parseExpression } from './parse-expression.ts';
import {
  closingOf,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  takeWord,
  textAt,
} from './reader.ts';
import type { Code, CodeArm, Statement } from './tree.ts';
import { parseDeclaration } from './typed-declarations.ts';
import {
  headOf,
  parseStatement,
  skipToEnd,
  statementsTo,
  takeHead,
  typedBlock,
} from './typed-statements.ts';
import { typeEnd } from './typed-types.ts';

/** `undefined` when it is something else. */
export function parseCompound(reader: Reader): readonly Statement[] | undefined {
  if (peek(reader)?.kind !== 'name') return undefined;
  switch (textAt(reader)) {
    case 'if':
      return [branchAt(reader)];
    case 'for':
    case 'foreach':
    case 'while':
      return loopAt(reader);
    case 'do':
      return [doAt(reader)];
    case 'switch':
      return isSymbol(reader, '(', 1) ? [switchAt(reader)] : undefined;
    case 'try':
      return tryAt(reader);
    case 'using':
    case 'lock':
    case 'synchronized':
    case 'fixed':
      return isSymbol(reader, '(', 1) ? guardedAt(reader) : usingAt(reader);
    case 'checked':
    case 'unchecked':
    case 'unsafe':
      return isSymbol(reader, '{', 1) ? bareBlock(reader) : undefined;
    case 'await':
      // `await foreach`, `await using`.
      if (!/^(?:foreach|using)$/.test(textAt(reader, 1))) return undefined;
      reader.at += 1;
      return parseCompound(reader);
    case 'else':
    case 'catch':
    case 'finally':
      // Left over from something that was not understood.
      reader.at += 1;
      return [];
    default:
      return undefined;
  }
}

function branchAt(reader: Reader): Statement {
  const from = reader.at;
  const arms: CodeArm[] = [];
  let isExhaustive = false;
  for (;;) {
    const condition = takeHead(reader, 'if');
    arms.push({ ...(condition ? { condition } : {}), body: parseStatement(reader) });
    if (!takeWord(reader, 'else')) break;
    if (isWord(reader, 'if')) continue;
    arms.push({ body: parseStatement(reader) });
    isExhaustive = true;
    break;
  }
  return { kind: 'branch', arms, isExhaustive, ...stretchFrom(reader, from) };
}

/** What runs before a loop, its declaration, stands before it. */
function loopAt(reader: Reader): readonly Statement[] {
  const from = reader.at;
  const word = takeName(reader);
  if (!isSymbol(reader, '(')) return [];
  if (word === 'while') {
    headOf(reader);
    const body = parseStatement(reader);
    return [{ kind: 'loop', targets: [], body, ...stretchFrom(reader, from) }];
  }
  const close = closingOf(reader);
  reader.at += 1;
  const each = eachHead(reader);
  const before = each ? [] : (parseDeclaration(reader) ?? []);
  reader.at = Math.min(close + 1, reader.tokens.length);
  const body = parseStatement(reader);
  const loop: Statement = {
    kind: 'loop',
    targets: each ? [each.target] : [],
    ...(each ? { items: each.items } : {}),
    body,
    ...stretchFrom(reader, from),
  };
  return [...before, loop];
}

/** `Type name in items`, `Type name : items`. */
function eachHead(reader: Reader): { readonly target: Code; readonly items: Code } | undefined {
  const from = reader.at;
  if (isWord(reader, 'final')) reader.at += 1;
  const end = typeEnd(reader, reader.at);
  const name = end === undefined ? undefined : reader.tokens[end];
  if (end === undefined || name?.kind !== 'name') {
    reader.at = from;
    return undefined;
  }
  reader.at = end + 1;
  if (!takeWord(reader, 'in') && !take(reader, ':')) {
    reader.at = from;
    return undefined;
  }
  const target: Code = { kind: 'name', name: name.text, start: name.start, end: name.end };
  return { target, items: parseExpression(reader) };
}

function doAt(reader: Reader): Statement {
  const from = reader.at;
  reader.at += 1;
  const body = parseStatement(reader);
  takeHead(reader, 'while');
  take(reader, ';');
  return { kind: 'block', body, ...stretchFrom(reader, from) };
}

function switchAt(reader: Reader): Statement {
  const from = reader.at;
  takeHead(reader, 'switch');
  if (!isSymbol(reader, '{')) return { kind: 'block', body: [], ...stretchFrom(reader, from) };
  const close = closingOf(reader);
  reader.at += 1;
  const arms: CodeArm[] = [];
  let isExhaustive = false;
  while (reader.at < close) {
    const before = reader.at;
    isExhaustive ||= isWord(reader, 'default');
    skipLabel(reader, close);
    arms.push({ body: statementsTo(reader, nextLabel(reader, close)) });
    if (reader.at === before) reader.at += 1;
  }
  reader.at = Math.min(close + 1, reader.tokens.length);
  return { kind: 'branch', arms, isExhaustive, ...stretchFrom(reader, from) };
}

/** `case X when y:`, `case A, B ->`, `default:`. */
function skipLabel(reader: Reader, close: number): void {
  while (reader.at < close) {
    if (take(reader, ':') || take(reader, '->')) {
      if (!/^(?:case|default)$/.test(textAt(reader))) return;
    }
    const isOpening = /^[([{]$/.test(textAt(reader)) && peek(reader)?.kind === 'symbol';
    reader.at = isOpening ? Math.min(closingOf(reader) + 1, close) : reader.at + 1;
  }
}

/** Index of the label after the statements of this one. */
function nextLabel(reader: Reader, close: number): number {
  for (let at = reader.at; at < close; at += 1) {
    const token = reader.tokens[at];
    if (token?.kind === 'symbol' && /^[([{]$/.test(token.text)) {
      at = Math.min(closingOf(reader, at), close);
    } else if (token?.kind === 'name' && /^(?:case|default)$/.test(token.text)) {
      const next = reader.tokens[at + 1];
      const isValue = next?.kind === 'symbol' && /^[(;,)]$/.test(next.text);
      if (token.text === 'case' || !isValue) return at;
    }
  }
  return close;
}

function tryAt(reader: Reader): readonly Statement[] {
  const from = reader.at;
  reader.at += 1;
  const resources = isSymbol(reader, '(') ? resourcesAt(reader) : [];
  const body = isSymbol(reader, '{') ? typedBlock(reader) : [];
  const catches: (readonly Statement[])[] = [];
  while (takeWord(reader, 'catch')) {
    if (isSymbol(reader, '(')) headOf(reader);
    takeHead(reader, 'when');
    catches.push(isSymbol(reader, '{') ? typedBlock(reader) : []);
  }
  const last = takeWord(reader, 'finally') && isSymbol(reader, '{') ? typedBlock(reader) : [];
  return [
    { kind: 'try', body: [...resources, ...body], catches, last, ...stretchFrom(reader, from) },
  ];
}

/** `try (var x = open())`, `using (var x = open())`. */
function resourcesAt(reader: Reader): readonly Statement[] {
  const from = reader.at;
  const close = closingOf(reader);
  reader.at += 1;
  const statements: Statement[] = [];
  while (reader.at < close) {
    const before = reader.at;
    const declared = parseDeclaration(reader);
    if (declared) statements.push(...declared);
    else {
      const value = parseExpression(reader);
      statements.push({ kind: 'expression', value, ...stretchFrom(reader, from) });
    }
    take(reader, ';');
    if (reader.at === before) reader.at += 1;
  }
  reader.at = Math.min(close + 1, reader.tokens.length);
  return statements;
}

function guardedAt(reader: Reader): readonly Statement[] {
  reader.at += 1;
  return [...resourcesAt(reader), ...parseStatement(reader)];
}

/** `using var x = open();` */
function usingAt(reader: Reader): readonly Statement[] | undefined {
  if (!isWord(reader, 'using')) return undefined;
  reader.at += 1;
  const declared = parseDeclaration(reader);
  if (!declared) skipToEnd(reader);
  return declared ?? [];
}

function bareBlock(reader: Reader): readonly Statement[] {
  reader.at += 1;
  return typedBlock(reader);
}
