//! Statements between braces, as JavaScript, C#, Java and Go have them; what is a language's own it says itself.

import { parseExpression } from './parse-expression.ts';
import { headOf, loopHead, simpleStatement } from './parse-simple.ts';
import { parseSwitch } from './parse-switch.ts';
import {
  closingOf,
  DEPTH_MAX,
  type Grammar,
  isAtLineEnd,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeWord,
  textAt,
  within,
} from './reader.ts';
import type { CodeArm, Statement } from './tree.ts';

/** Declarations under the cursor, passed; `undefined` when none stands there. */
export type Declarations = (reader: Reader) => readonly Statement[] | undefined;

/** The statements up to the token at `end`. */
export function parseStatements(
  reader: Reader,
  end: number,
  declarations: Declarations,
): readonly Statement[] {
  const statements: Statement[] = [];
  while (reader.at < end && peek(reader)) {
    const before = reader.at;
    statements.push(...statementAt(reader, declarations));
    if (reader.at === before) reader.at += 1;
  }
  return statements;
}

/** A grammar whose blocks are read so. */
export const withBlocks = (
  grammar: Omit<Grammar, 'blockOf'>,
  declarations: Declarations,
): Grammar => ({ ...grammar, blockOf: reader => parseBlock(reader, declarations) });

/** `{…}`; leaves the cursor after the brace. */
export function parseBlock(reader: Reader, declarations: Declarations): readonly Statement[] {
  const close = closingOf(reader);
  reader.at += 1;
  const end = Math.min(close + 1, reader.tokens.length);
  if (reader.depth >= DEPTH_MAX) {
    reader.at = end;
    return [];
  }
  reader.depth += 1;
  const body = within(reader, false, () => parseStatements(reader, close, declarations));
  reader.depth -= 1;
  reader.at = end;
  return body;
}

function statementAt(reader: Reader, declarations: Declarations): readonly Statement[] {
  const from = reader.at;
  if (take(reader, ';') || take(reader, '}')) return [];
  const own = declarations(reader);
  if (own) return own;
  if (isSymbol(reader, '{')) {
    const body = parseBlock(reader, declarations);
    return [{ kind: 'block', body, ...stretchFrom(reader, from) }];
  }
  if (peek(reader)?.kind === 'name') {
    const compound = compoundAt(reader, declarations);
    if (compound) return compound;
  }
  return [simpleStatement(reader)];
}

/** One statement, or the block that stands in its place. */
const bodyOf = (reader: Reader, declarations: Declarations): readonly Statement[] =>
  isSymbol(reader, '{') ? parseBlock(reader, declarations) : statementAt(reader, declarations);

function compoundAt(reader: Reader, declarations: Declarations): readonly Statement[] | undefined {
  const from = reader.at;
  const body = (): readonly Statement[] => bodyOf(reader, declarations);
  const here = (body: readonly Statement[]): readonly Statement[] => [
    { kind: 'block', body, ...stretchFrom(reader, from) },
  ];
  switch (textAt(reader)) {
    case 'if':
      return conditional(reader, body, from);
    case 'for':
    case 'foreach':
    case 'while':
      return [loop(reader, body, from)];
    case 'do': {
      reader.at += 1;
      const done = body();
      if (takeWord(reader, 'while') && isSymbol(reader, '(')) reader.at = closingOf(reader) + 1;
      return here(done);
    }
    case 'switch':
      return [parseSwitch(reader, declarations, from)];
    case 'try':
      return [attempt(reader, declarations, from)];
    case 'return':
    case 'throw':
      return [stop(reader, from)];
    case 'break':
    case 'continue':
    case 'goto':
    case 'else':
    case 'case':
    case 'default':
      reader.at += 1;
      return [];
    default:
      return undefined;
  }
}

/** With what Go puts in front of it, `if err := f(); err != nil`. */
function conditional(
  reader: Reader,
  body: () => readonly Statement[],
  from: number,
): readonly Statement[] {
  const before: Statement[] = [];
  const arms: CodeArm[] = [];
  let isExhaustive = false;
  do {
    reader.at += 1;
    const condition = headOf(reader, () => {
      const first = simpleStatement(reader);
      if (!isSymbol(reader, ';') || isSymbol(reader, '{', 1)) return first;
      reader.at += 1;
      before.push(first);
      return simpleStatement(reader);
    });
    if (condition.kind !== 'expression') before.push(condition);
    const asked = condition.kind === 'expression' ? { condition: condition.value } : {};
    arms.push({ ...asked, body: body() });
    take(reader, ';');
    if (!takeWord(reader, 'else')) break;
    isExhaustive = !isWord(reader, 'if');
  } while (!isExhaustive);
  if (isExhaustive) arms.push({ body: body() });
  return [...before, { kind: 'branch', arms, isExhaustive, ...stretchFrom(reader, from) }];
}

function loop(reader: Reader, body: () => readonly Statement[], from: number): Statement {
  const isFor = !isWord(reader, 'while');
  reader.at += 1;
  takeWord(reader, 'await');
  const { targets, items } = headOf(reader, () => {
    if (isFor) return loopHead(reader);
    return { targets: [], items: parseExpression(reader) };
  });
  const each = items ? { items } : {};
  return { kind: 'loop', targets, ...each, body: body(), ...stretchFrom(reader, from) };
}

function attempt(reader: Reader, declarations: Declarations, from: number): Statement {
  const body = (): readonly Statement[] => bodyOf(reader, declarations);
  reader.at += 1;
  // Java opens what it closes at the end.
  const opened = isSymbol(reader, '(') ? bracketed(reader, declarations) : [];
  const main = [...opened, ...body()];
  const catches: (readonly Statement[])[] = [];
  let last: readonly Statement[] = [];
  while (isWord(reader, 'catch')) {
    reader.at += 1;
    if (isSymbol(reader, '(')) reader.at = closingOf(reader) + 1;
    // C#'s `catch (E) when (condition)`.
    if (takeWord(reader, 'when') && isSymbol(reader, '(')) reader.at = closingOf(reader) + 1;
    catches.push(body());
  }
  if (takeWord(reader, 'finally')) last = body();
  return { kind: 'try', body: main, catches, last, ...stretchFrom(reader, from) };
}

/** Statements between round brackets: what is opened for a block. */
export function bracketed(reader: Reader, declarations: Declarations): readonly Statement[] {
  const close = closingOf(reader);
  return headOf(reader, () => parseStatements(reader, close, declarations));
}

function stop(reader: Reader, from: number): Statement {
  const word = isWord(reader, 'return') ? 'return' : 'throw';
  reader.at += 1;
  const isBare = isAtLineEnd(reader) || isSymbol(reader, ';') || isSymbol(reader, '}');
  const value = isBare ? {} : { value: parseExpression(reader) };
  return { kind: 'stop', word, ...value, ...stretchFrom(reader, from) };
}
