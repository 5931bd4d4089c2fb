//! Bicep's statements, each with the decorators above it.

import {
  advance,
  type Cursor,
  endOfLast,
  expect,
  isAt,
  isWord,
  passBroken,
  passNewline,
  peek,
  report,
  take,
  takeName,
  takeWord,
  wordOf,
} from './cursor.ts';
import { readExpression } from './parse-expression.ts';
import { readExtension, readExtensionConfig, readImport, readUsing } from './parse-import.ts';
import { readArguments } from './parse-list.ts';
import { readBody } from './parse-primary.ts';
import { readStringNode } from './parse-string.ts';
import { isBar, readType } from './parse-type.ts';
import type { Statement } from './statement-tree.ts';
import type { Expression, Name } from './tree.ts';
import type { BicepType } from './type-tree.ts';

/** What all statements have; `end` is not known yet. */
export interface StatementHead {
  readonly decorators: readonly Expression[];
  readonly start: number;
}

/** `undefined`, with an error, when no statement begins there. */
export function readStatement(cursor: Cursor): Statement | undefined {
  const { start } = peek(cursor);
  const decorators = readDecorators(cursor);
  const read = isAt(cursor, 'identifier') ? READERS.get(wordOf(cursor, peek(cursor))) : undefined;
  if (!read) {
    report(cursor, 'a declaration is missing');
    passBroken(cursor);
    return undefined;
  }
  return read(cursor, { decorators, start });
}

/** A line each; between the items of a type on one line a comma follows. */
export function readDecorators(cursor: Cursor): Expression[] {
  const decorators: Expression[] = [];
  while (isAt(cursor, '@')) {
    advance(cursor);
    decorators.push(readExpression(cursor));
    if (!passNewline(cursor)) take(cursor, ',');
  }
  return decorators;
}

type StatementReader = (cursor: Cursor, head: StatementHead) => Statement;

const READERS: ReadonlyMap<string, StatementReader> = new Map<string, StatementReader>([
  ['targetScope', readTargetScope],
  ['metadata', (cursor, head) => readValue(cursor, head, 'metadata')],
  ['assert', (cursor, head) => readValue(cursor, head, 'assert')],
  ['param', readParam],
  ['var', readVariable],
  ['output', readOutput],
  ['type', readTypeStatement],
  ['func', readFunction],
  ['resource', (cursor, head) => readResource(cursor, head, 'resource')],
  ['module', (cursor, head) => readResource(cursor, head, 'module')],
  ['test', (cursor, head) => readResource(cursor, head, 'test')],
  ['import', readImport],
  ['extension', readExtension],
  ['provider', readExtension],
  ['extensionConfig', readExtensionConfig],
  ['using', readUsing],
  ['extends', readExtends],
]);

function readTargetScope(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const value = readAssigned(cursor);
  return { kind: 'target-scope', ...head, value, end: endOfLast(cursor) };
}

function readValue(cursor: Cursor, head: StatementHead, kind: 'metadata' | 'assert'): Statement {
  advance(cursor);
  const name = takeName(cursor);
  const value = readAssigned(cursor);
  return { kind, ...head, name, value, end: endOfLast(cursor) };
}

function readParam(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const name = takeName(cursor);
  const isBare = isAt(cursor, '=') || isAt(cursor, 'end') || isAt(cursor, 'newline');
  const type = isBare && !isBar(cursor) ? undefined : readType(cursor);
  const value = isAt(cursor, '=') ? readAssigned(cursor) : undefined;
  return { kind: 'param', ...head, name, type, value, end: endOfLast(cursor) };
}

function readVariable(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const name = takeName(cursor);
  const type = isAt(cursor, '=') ? undefined : readType(cursor);
  const value = readAssigned(cursor);
  return { kind: 'variable', ...head, name, type, value, end: endOfLast(cursor) };
}

function readOutput(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const name = takeName(cursor);
  const type = readType(cursor);
  const value = readAssigned(cursor);
  return { kind: 'output', ...head, name, type, value, end: endOfLast(cursor) };
}

function readTypeStatement(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const name = takeName(cursor);
  expect(cursor, '=');
  const type = readType(cursor);
  return { kind: 'type', ...head, name, type, end: endOfLast(cursor) };
}

/** `func name(a string, b int) string => …`. */
function readFunction(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const name = takeName(cursor);
  const parameters: { name: Name; type: BicepType }[] = [];
  if (expect(cursor, '(')) {
    readArguments(cursor, ')', () => {
      parameters.push({ name: takeName(cursor), type: readType(cursor) });
    });
  }
  const type = readType(cursor);
  expect(cursor, '=>');
  passNewline(cursor);
  const value = readExpression(cursor);
  return { kind: 'function', ...head, name, parameters, type, value, end: endOfLast(cursor) };
}

function readResource(
  cursor: Cursor,
  head: StatementHead,
  kind: 'resource' | 'module' | 'test',
): Statement {
  advance(cursor);
  const name = takeName(cursor);
  const reference = readStringNode(cursor);
  const isExisting = takeWord(cursor, 'existing');
  expect(cursor, '=');
  if (isWord(cursor, 'if', 1)) passNewline(cursor);
  const body = readBody(cursor);
  return { kind, ...head, name, reference, isExisting, body, end: endOfLast(cursor) };
}

function readExtends(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const reference = readStringNode(cursor);
  return { kind: 'extends', ...head, reference, end: endOfLast(cursor) };
}

function readAssigned(cursor: Cursor): Expression {
  expect(cursor, '=');
  return readExpression(cursor);
}
