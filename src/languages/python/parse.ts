//! The statements of Python: blocks by how far their lines are indented.

import {
  closingOf,
  isAtLineEnd,
  isSymbol,
  peek,
  type Reader,
  take,
  takeWord,
} from '../source-code/reader.ts';
import type { Statement } from '../source-code/tree.ts';
import { parseCase, parseCompound } from './parse-compound.ts';
import { parseSimple } from './parse-simple.ts';

/** Blocks deeper than these are passed over. */
const DEPTH_MAX = 100;

export function parsePython(reader: Reader): readonly Statement[] {
  const statements: Statement[] = [];
  while (peek(reader)) statements.push(...lineOf(reader));
  return statements;
}

/** The statements of one line, with the blocks that belong to it; passes at least one token. */
function lineOf(reader: Reader): readonly Statement[] {
  const before = reader.at;
  const indent = peek(reader)?.indent ?? 0;
  takeWord(reader, 'async');
  const block = () => blockOf(reader, indent);
  const compound = parseCompound(reader, block) ?? parseCase(reader, block);
  if (compound) return [compound];
  const statements: Statement[] = [];
  do {
    const statement = parseSimple(reader);
    if (statement) statements.push(...statement);
    skipTo(reader, ';');
  } while (take(reader, ';') && peek(reader)?.indent === undefined);
  if (reader.at === before) reader.at += 1;
  return statements;
}

/** Behind the colon: the rest of the line, or the lines that are indented more. */
function blockOf(reader: Reader, indent: number): readonly Statement[] {
  skipTo(reader, ':');
  if (!take(reader, ':')) return [];
  if (reader.depth >= DEPTH_MAX) return [];
  reader.depth += 1;
  const body = isAtLineEnd(reader) ? linesBelow(reader, indent) : lineOf(reader);
  reader.depth -= 1;
  return body;
}

function linesBelow(reader: Reader, indent: number): readonly Statement[] {
  const statements: Statement[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    if ((token.indent ?? 0) <= indent) break;
    statements.push(...lineOf(reader));
  }
  return statements;
}

/** Over the rest of the line, brackets and all, up to a symbol. */
function skipTo(reader: Reader, symbol: string): void {
  while (!isAtLineEnd(reader) && !isSymbol(reader, symbol)) {
    const close = isSymbol(reader, '(') || isSymbol(reader, '[') || isSymbol(reader, '{');
    const mate = close ? closingOf(reader) : reader.at;
    reader.at = mate < reader.tokens.length ? mate + 1 : reader.at + 1;
  }
}
