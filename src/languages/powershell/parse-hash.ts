//! `@{ Tenant = $id; 'Subscription' = $x }`.

import { isQuote } from './characters.ts';
import type { Operand, PsEntry, PsHash } from './operand-tree.ts';
import { readOperand } from './parse-operand.ts';
import { readStatement } from './parse-statement.ts';
import { deeper, peek, type Reader, readUntil, skipBlanks, skipSpace, take } from './reader.ts';

const KEY = /[^\s=;{}()"'$]+/y;

export function readHash(reader: Reader): PsHash {
  const start = reader.position;
  reader.position += 2;
  const entries = deeper<readonly PsEntry[]>(reader, [], () => readEntries(reader, start));
  return { kind: 'hash', entries, start, end: reader.position };
}

function readEntries(reader: Reader, opened: number): readonly PsEntry[] {
  const entries: PsEntry[] = [];
  readUntil(reader, '}', opened, letter => {
    if (letter === ';' || letter === ',') reader.position += 1;
    else entries.push(...readEntry(reader));
  });
  return entries;
}

function readEntry(reader: Reader): readonly PsEntry[] {
  const start = reader.position;
  const key = readKey(reader);
  if (!key) return [];
  if (skipBlanks(reader) !== '=') return [];
  reader.position += 1;
  skipSpace(reader);
  const value = readStatement(reader);
  return [{ key, value, start, end: value?.end ?? reader.position }];
}

function readKey(reader: Reader): Operand | undefined {
  const start = reader.position;
  const letter = peek(reader);
  if (isQuote(letter) || letter === '$' || letter === '(' || letter === '[') {
    return readOperand(reader);
  }
  take(reader, KEY);
  const { position: end } = reader;
  return end === start
    ? undefined
    : { kind: 'word', parts: [{ kind: 'text', start, end }], start, end };
}
