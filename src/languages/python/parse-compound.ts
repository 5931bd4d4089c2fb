//! Statements of Python with blocks: functions, classes, conditions, loops, `try`, `with`, `match`.

import { parseArguments } from '../source-code/parse-arguments.ts';
import { parseExpression } from '../source-code/parse-expression.ts';
import { parseParameters } from '../source-code/parse-function.ts';
import {
  isAtLineEnd,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  takeWord,
} from '../source-code/reader.ts';
import type { CodeArm, Statement } from '../source-code/tree.ts';
import { isMainCheck } from './main-check.ts';
import { parseTargets } from './parse-simple.ts';

type Block = () => readonly Statement[];

/** `undefined` when the next line is none of these. */
export function parseCompound(reader: Reader, block: Block): Statement | undefined {
  const token = peek(reader);
  if (token?.kind !== 'name') return undefined;
  const from = reader.at;
  switch (token.text) {
    case 'def':
      return definition(reader, block, from);
    case 'class':
      return classOf(reader, block, from);
    case 'if':
      return condition(reader, block, from);
    case 'for':
    case 'while':
      return loop(reader, block, from);
    case 'try':
      return attempt(reader, block, from);
    case 'with':
      return context(reader, block, from);
    case 'match':
      return isMatch(reader) ? cases(reader, block, from) : undefined;
    case 'elif':
    case 'else':
    case 'except':
    case 'finally':
      // Without what it belongs to.
      reader.at += 1;
      return { kind: 'block', body: block(), ...stretchFrom(reader, from) };
    default:
      return undefined;
  }
}

function definition(reader: Reader, block: Block, from: number): Statement {
  reader.at += 1;
  const name = takeName(reader) ?? '';
  const parameters = isSymbol(reader, '(') ? parseParameters(reader) : [];
  const head = stretchFrom(reader, from);
  return { kind: 'function', name, parameters, body: block(), ...head };
}

function classOf(reader: Reader, block: Block, from: number): Statement {
  reader.at += 1;
  const name = takeName(reader) ?? '';
  const bases = isSymbol(reader, '(') ? parseArguments(reader).map(it => it.value) : [];
  const head = stretchFrom(reader, from);
  return { kind: 'class', name, bases, body: block(), ...head };
}

/** A word that goes on with the statement that began at `from`. */
function takeClause(reader: Reader, word: string, from: number): boolean {
  const indent = reader.tokens[from]?.indent;
  return peek(reader)?.indent === indent && takeWord(reader, word);
}

function condition(reader: Reader, block: Block, from: number): Statement {
  const arms: CodeArm[] = [];
  do {
    reader.at += arms.length === 0 ? 1 : 0;
    const asked = parseExpression(reader);
    const body = block();
    if (arms.length === 0 && isMainCheck(asked, reader.text)) {
      return { kind: 'block', body, ...stretchFrom(reader, from) };
    }
    arms.push({ condition: asked, body });
  } while (takeClause(reader, 'elif', from));
  const isExhaustive = takeClause(reader, 'else', from);
  if (isExhaustive) arms.push({ body: block() });
  return { kind: 'branch', arms, isExhaustive, ...stretchFrom(reader, from) };
}

function loop(reader: Reader, block: Block, from: number): Statement {
  const isFor = isWord(reader, 'for');
  reader.at += 1;
  const targets = isFor ? parseTargets(reader) : [];
  const items = !isFor || takeWord(reader, 'in') ? parseExpression(reader) : undefined;
  const body = block();
  const last = takeClause(reader, 'else', from) ? block() : [];
  const each = items ? { items } : {};
  const all: Statement = { kind: 'loop', targets, ...each, body, ...stretchFrom(reader, from) };
  return last.length === 0
    ? all
    : { ...stretchFrom(reader, from), kind: 'block', body: [all, ...last] };
}

function attempt(reader: Reader, block: Block, from: number): Statement {
  reader.at += 1;
  const body = [...block()];
  const catches: (readonly Statement[])[] = [];
  while (takeClause(reader, 'except', from)) catches.push(block());
  if (takeClause(reader, 'else', from)) body.push(...block());
  const last = takeClause(reader, 'finally', from) ? block() : [];
  return { kind: 'try', body, catches, last, ...stretchFrom(reader, from) };
}

/** `with a() as b, c() as d:`. */
function context(reader: Reader, block: Block, from: number): Statement {
  reader.at += 1;
  // Round brackets may stand around all of it; they are no tuple then.
  if (isSymbol(reader, '(')) take(reader, '(');
  const opened: Statement[] = [];
  do {
    const value = parseExpression(reader);
    const target = takeWord(reader, 'as') ? parseExpression(reader) : undefined;
    const { start, end } = value;
    if (target)
      opened.push({ kind: 'assignment', targets: [target], operator: '=', value, start, end });
    else opened.push({ kind: 'expression', value, start, end });
  } while (take(reader, ',') && !isSymbol(reader, ')') && peek(reader));
  return { kind: 'block', body: [...opened, ...block()], ...stretchFrom(reader, from) };
}

/** `match x:` is a statement, `match = x` is not. */
function isMatch(reader: Reader): boolean {
  const next = peek(reader, 1);
  if (!next || next.indent !== undefined) return false;
  return next.kind !== 'symbol' || /^[([{-]$/.test(next.text);
}

function cases(reader: Reader, block: Block, from: number): Statement | undefined {
  reader.at += 1;
  const subject = parseExpression(reader);
  if (!isSymbol(reader, ':') || !isWord(reader, 'case', 1)) {
    reader.at = from;
    return undefined;
  }
  const body = block();
  const { start, end } = subject;
  const asked: Statement = { kind: 'expression', value: subject, start, end };
  return { kind: 'block', body: [asked, ...body], ...stretchFrom(reader, from) };
}

/** `case x:`, one arm of what its subject decides. */
export function parseCase(reader: Reader, block: Block): Statement | undefined {
  const next = peek(reader, 1);
  if (!isWord(reader, 'case') || !next || isAtLineEnd({ ...reader, at: reader.at + 1 }))
    return undefined;
  if (next.kind === 'symbol' && !/^[([{-]$/.test(next.text)) return undefined;
  const from = reader.at;
  reader.at += 1;
  parseExpression(reader);
  return {
    kind: 'branch',
    arms: [{ body: block() }],
    isExhaustive: false,
    ...stretchFrom(reader, from),
  };
}
