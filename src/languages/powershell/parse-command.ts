//! Commands: a name, then parameters, values and redirections up to the end of the line or pipeline.

import { endsWord, isDash, isLetter, isQuote } from './characters.ts';
import type { Operand, PsPart, PsWord } from './operand-tree.ts';
import { isVariable, readBareOperand, readDollar } from './parse-operand.ts';
import { readRedirect } from './parse-redirect.ts';
import { readStatement } from './parse-statement.ts';
import { readString } from './parse-string.ts';
import { deeper, goesOn, peek, type Reader, skipBlanks, skipSpace, take } from './reader.ts';
import type { PsArgument, PsAssignment, PsCommand, PsRedirect, PsValue } from './tree.ts';

export function readCommand(
  reader: Reader,
  invocation: PsCommand['invocation'],
): PsCommand | PsAssignment | undefined {
  const start = reader.position;
  const name = readArgumentOperand(reader);
  if (!name) return undefined;
  const args: PsArgument[] = [];
  const redirects: PsRedirect[] = [];
  for (;;) {
    const letter = skipBlanks(reader);
    if (!goesOn(reader) || '\r\n;|)}&'.includes(letter)) break;
    const isFirst = args.length === 0 && invocation === '';
    if (isFirst && letter === '=' && ' \t"\'$'.includes(peek(reader, 1) || 'x')) {
      return property(reader, name);
    }
    const before = reader.position;
    const redirect = readRedirect(reader);
    if (redirect) redirects.push(redirect);
    else args.push(...readArgument(reader));
    if (reader.position === before) reader.position += 1;
  }
  const end = Math.max(name.end, args.at(-1)?.end ?? start, redirects.at(-1)?.end ?? start);
  return { kind: 'command', invocation, name, args, redirects, start, end };
}

/** `name = value` without a `$`: a property of a class or a configuration. */
function property(reader: Reader, name: Operand): PsAssignment {
  reader.position += 1;
  skipSpace(reader);
  const value = deeper(reader, undefined, () => readStatement(reader));
  const target = [{ kind: 'operand', operand: name }] as const;
  const end = value?.end ?? reader.position;
  return { kind: 'assignment', target, operator: '=', value, start: name.start, end };
}

const PARAMETER = /[-\u2013\u2014\u2015][\p{L}_][\p{L}\p{Nd}_]*/uy;
const VERBATIM = /--%[^\r\n]*/y;

function readArgument(reader: Reader): readonly PsArgument[] {
  const start = reader.position;
  const rest = take(reader, VERBATIM);
  if (rest !== '') return [{ kind: 'verbatim', start: start + 3, end: reader.position }];
  if (isDash(peek(reader)) && isLetter(peek(reader, 1))) {
    const name = take(reader, PARAMETER);
    const next = peek(reader);
    if (next === ':') return [valuedParameter(reader, name, start)];
    if (endsWord(next))
      return [{ kind: 'parameter', name: name.slice(1), start, end: reader.position }];
    reader.position = start; // `-chdir=infra`, `-foo-bar`
  }
  const value = readValue(reader);
  return value ? [{ kind: 'value', ...value }] : [];
}

function valuedParameter(reader: Reader, name: string, start: number): PsArgument {
  reader.position += 1;
  skipBlanks(reader);
  const value = readValue(reader);
  const end = value?.end ?? reader.position;
  return { kind: 'parameter', name: name.slice(1), ...(value ? { value } : {}), start, end };
}

/** Operands apart by commas, behind which a line may end. */
function readValue(reader: Reader): PsValue | undefined {
  const start = reader.position;
  const items: Operand[] = [];
  for (;;) {
    const found = readArgumentOperand(reader);
    if (found) items.push(found);
    const end = reader.position;
    if (skipBlanks(reader) !== ',') {
      reader.position = end;
      break;
    }
    reader.position += 1;
    skipSpace(reader);
    if (!goesOn(reader)) break;
  }
  return items.length === 0 ? undefined : { items, start, end: items.at(-1)?.end ?? start };
}

/** A value as it stands behind a command's name: what is no operand is a bare word. */
export function readArgumentOperand(reader: Reader): Operand | undefined {
  const start = reader.position;
  const letter = peek(reader);
  const isBare = letter === '[' || !('$({@'.includes(letter || 'x') || isQuote(letter));
  const found = isBare ? undefined : readBareOperand(reader);
  if (!found) return readWord(reader);
  const isWhole = endsWord(peek(reader)) || '<>'.includes(peek(reader));
  if (isWhole || found.kind === 'block' || found.kind === 'hash') return found;
  const tail = readWord(reader);
  if (!tail) return found;
  return {
    kind: 'word',
    parts: [{ kind: 'value', operand: found }, ...tail.parts],
    start,
    end: tail.end,
  };
}

/** Anything up to white space or a separator; variables and quotes in it count. */
export function readWord(reader: Reader): PsWord | undefined {
  const start = reader.position;
  const parts: PsPart[] = [];
  let from = start;
  const keep = (): void => {
    if (reader.position > from) parts.push({ kind: 'text', start: from, end: reader.position });
  };
  while (goesOn(reader)) {
    const letter = peek(reader);
    if (letter === '`' && !'\r\n'.includes(peek(reader, 1) || '\n')) {
      reader.position += 2;
      continue;
    }
    if (letter === '`' || endsWord(letter) || letter === '<' || letter === '>') break;
    if (isQuote(letter) || isVariable(reader)) {
      keep();
      const operand = isQuote(letter) ? readString(reader) : readDollar(reader);
      parts.push({ kind: 'value', operand });
      from = reader.position;
      continue;
    }
    reader.position += 1;
  }
  reader.position = Math.min(reader.position, reader.end);
  keep();
  return reader.position === start
    ? undefined
    : { kind: 'word', parts, start, end: reader.position };
}
