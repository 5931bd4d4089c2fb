//! Bicep text to its tree, broken text included.

import {
  advance,
  type Cursor,
  isAt,
  isDeclaration,
  isDecorator,
  passNewline,
  report,
} from './cursor.ts';
import { type Lexed, lex } from './lex.ts';
import { readStatement } from './parse-statement.ts';
import type { Statement } from './statement-tree.ts';
import type { BicepFile } from './tree.ts';

/** Reads `.bicep` and `.bicepparam`. Never throws; offsets count code units of `text`. */
export function parseBicep(text: string): BicepFile {
  const lexed = lex(text);
  const strict = read(text, lexed, false);
  if (strict.errors.length === 0) return strict;
  // A bracket that is never closed swallows what follows; statements at the start of a line give it back.
  // Not done at once, because a nested resource may stand there too.
  const recovered = read(text, lexed, true);
  return recovered.statements.length >= strict.statements.length ? recovered : strict;
}

function read(text: string, lexed: Lexed, recovers: boolean): BicepFile {
  const errors = [...lexed.errors];
  const cursor: Cursor = { text, tokens: lexed.tokens, errors, recovers, index: 0, depth: 0 };
  const statements: Statement[] = [];
  for (;;) {
    passNewline(cursor);
    if (isAt(cursor, 'end')) break;
    const before = cursor.index;
    const statement = readStatement(cursor);
    if (statement) statements.push(statement);
    if (!isAt(cursor, 'newline') && !isAt(cursor, 'end') && !isStatementStart(cursor)) {
      report(cursor, 'a line end is missing');
      passToStatement(cursor);
    }
    if (cursor.index === before) advance(cursor);
  }
  return { statements, comments: lexed.comments, errors };
}

const isStatementStart = (cursor: Cursor): boolean => isDeclaration(cursor) || isDecorator(cursor);

function passToStatement(cursor: Cursor): void {
  while (!isAt(cursor, 'end') && !isStatementStart(cursor)) advance(cursor);
}
