//! One value with its members, indexes and calls: `$x.Trim()`, `@{…}`, `[int]`, `"…"`, `$(…)`.

import { endsWord, isDigit, isNamePart, isQuote, NAME_AT } from './characters.ts';
import type { Operand, PsGroup, PsMember, PsVariable } from './operand-tree.ts';
import { readHash } from './parse-hash.ts';
import { readStatements } from './parse-statement.ts';
import { readHereString, readString } from './parse-string.ts';
import { readType } from './parse-type.ts';
import { goesOn, peek, type Reader, startsWith, take } from './reader.ts';

/** `undefined` when no value begins here. */
export function readOperand(reader: Reader): Operand | undefined {
  const found = readPrimary(reader);
  return found && withAccesses(reader, found);
}

/** The same behind a command's name, where nothing is joined to a string. */
export function readBareOperand(reader: Reader): Operand | undefined {
  const found = readPrimary(reader);
  if (!found || found.kind === 'string' || found.kind === 'hash' || found.kind === 'block') {
    return found;
  }
  return withAccesses(reader, found);
}

function readPrimary(reader: Reader): Operand | undefined {
  const start = reader.position;
  const letter = peek(reader);
  if (isQuote(letter)) return readString(reader);
  switch (letter) {
    case '$':
      return readDollar(reader);
    case '(':
      return readGroup(reader, '(');
    case '{':
      reader.position += 1;
      return { kind: 'block', body: readStatements(reader, '}'), start, end: reader.position };
    case '[':
      return readType(reader);
    case '@':
      return readAt(reader);
    default:
      return isDigit(letter) ? readNumber(reader) : undefined;
  }
}

const NUMBER = /(?:0x[0-9a-f]+|\d+(?:\.\d+)?(?:e[-+]?\d+)?)[a-z]{0,3}/iy;

function readNumber(reader: Reader): Operand {
  const start = reader.position;
  take(reader, NUMBER);
  return { kind: 'number', start, end: reader.position };
}

function readGroup(reader: Reader, opener: PsGroup['opener']): PsGroup {
  const start = reader.position;
  reader.position += opener.length;
  return { kind: 'group', opener, body: readStatements(reader, ')'), start, end: reader.position };
}

export const isVariable = (reader: Reader): boolean => {
  const next = peek(reader, 1);
  return peek(reader) === '$' && ('({'.includes(next || 'x') || isNamePart(next));
};

const BRACED = /\{(?:`[\s\S]|[^}`])*\}?/y;
const DRIVE = /:(?!:)[\p{L}\p{Nd}_]+/uy;

/** `$x`, `$env:X`, `${x}`, `$(…)`, `$?`. */
export function readDollar(reader: Reader): PsVariable | PsGroup {
  const start = reader.position;
  if (startsWith(reader, '$(')) return readGroup(reader, '$(');
  reader.position += 1;
  const braced = take(reader, BRACED);
  if (braced !== '') {
    const name = braced.slice(1, braced.endsWith('}') ? -1 : undefined);
    return { kind: 'variable', name, start, end: reader.position };
  }
  const name = take(reader, NAME_AT);
  if (name !== '') take(reader, DRIVE);
  else take(reader, /[$?^]/y);
  const { position: end } = reader;
  return { kind: 'variable', name: reader.text.slice(start + 1, end), start, end };
}

function readAt(reader: Reader): Operand | undefined {
  const start = reader.position;
  const next = peek(reader, 1);
  if (next === '{') return readHash(reader);
  if (next === '(') return readGroup(reader, '@(');
  if (isQuote(next)) return readHereString(reader);
  reader.position += 1;
  const name = take(reader, NAME_AT);
  if (name !== '') take(reader, DRIVE);
  // `@file.json` is no splat.
  if (name !== '' && endsWord(peek(reader))) {
    return {
      kind: 'splat',
      name: reader.text.slice(start + 1, reader.position),
      start,
      end: reader.position,
    };
  }
  reader.position = start;
  return undefined;
}

function withAccesses(reader: Reader, operand: Operand): Operand {
  let found = operand;
  while (goesOn(reader)) {
    const before = reader.position;
    found = withAccess(reader, found);
    if (reader.position === before) break;
  }
  return found;
}

function withAccess(reader: Reader, of: Operand): Operand {
  const { start } = of;
  const [letter, next] = [peek(reader), peek(reader, 1)];
  if (letter === '?' && of.kind !== 'type' && (next === '.' || next === '[')) {
    reader.position += 1;
    return withAccess(reader, of);
  }
  if (letter === ':' && next === ':') return readMember(reader, of, true);
  const isNamed = isNamePart(next) || isQuote(next) || '$({'.includes(next || 'x');
  if (letter === '.' && isNamed && of.kind !== 'number') return readMember(reader, of, false);
  if (letter === '[' && of.kind !== 'type') {
    reader.position += 1;
    const index = readStatements(reader, ']');
    return { kind: 'index', of, index, start, end: reader.position };
  }
  if (letter === '(' && of.kind === 'member') {
    reader.position += 1;
    const args = readStatements(reader, ')');
    return { kind: 'invocation', of, args, start, end: reader.position };
  }
  return of;
}

function readMember(reader: Reader, of: Operand, isStatic: boolean): PsMember {
  reader.position += isStatic ? 2 : 1;
  const from = reader.position;
  const plain = take(reader, NAME_AT);
  if (plain === '') readPrimary(reader);
  const spelled = plain === '' ? reader.text.slice(from, reader.position) : plain;
  const quoted = /^(['"])([\w-]*)\1$/.exec(spelled)?.[2];
  const name = plain === '' ? (quoted ?? '') : plain;
  return { kind: 'member', of, name, isStatic, start: of.start, end: reader.position };
}
