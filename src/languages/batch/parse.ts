//! Text of a batch file to its statements. Whatever is written is read to its end: there is no text that is no batch file.
//! Source: https://learn.microsoft.com/windows-server/administration/windows-commands/windows-commands

import { parseFor } from './parse-for.ts';
import { parseIf } from './parse-if.ts';
import { keyword, type Reader, readCommand, skipLine, skipSpace } from './reader.ts';
import type { Operator, Statement } from './tree.ts';

/** Deeper parentheses are read as a part of what stands around them. */
const DEPTH_MAX = 100;

export function parseBatch(text: string): readonly Statement[] {
  const reader: Reader = { text, position: 0, depth: 0 };
  const statements: Statement[] = [];
  while (reader.position < text.length) {
    const before = reader.position;
    statements.push(...parseLines(reader));
    // A parenthesis that closes nothing.
    if (reader.position < text.length || reader.position === before) reader.position += 1;
  }
  return statements;
}

/** Up to the parenthesis that closes them, or the end. */
export function parseLines(reader: Reader): readonly Statement[] {
  const { text } = reader;
  const statements: Statement[] = [];
  while (reader.position < text.length) {
    skipSpace(reader);
    const letter = text.charAt(reader.position);
    if (letter === ')' && reader.depth > 0) break;
    if (/[\n&|)]/.test(letter)) {
      reader.position += 1;
      continue;
    }
    const statement = parseChain(reader);
    if (statement) statements.push(statement);
  }
  return statements;
}

/** Commands with `&`, `&&`, `||` and `|` between them, on one line. */
export function parseChain(reader: Reader): Statement | undefined {
  let first = parseUnit(reader);
  for (;;) {
    skipSpace(reader);
    const operator = operatorAt(reader);
    if (!operator) return first;
    reader.position += operator.length;
    const second = parseUnit(reader);
    if (!second) continue;
    first = first
      ? { kind: 'chain', operator, first, second, start: first.start, end: second.end }
      : second;
  }
}

const operatorAt = ({ text, position }: Reader): Operator | undefined => {
  const two = text.slice(position, position + 2);
  if (two === '&&' || two === '||') return two;
  const [one] = two;
  return one === '&' || one === '|' ? one : undefined;
};

/** `undefined` for remarks and for nothing. */
export function parseUnit(reader: Reader): Statement | undefined {
  skipSpace(reader);
  const { text, position } = reader;
  const letter = text.charAt(position);
  if (letter === ':') return parseLabel(reader);
  if (letter === '(' && reader.depth < DEPTH_MAX) return parseGroup(reader);
  switch (keyword(reader)) {
    case 'rem':
      skipLine(reader);
      return undefined;
    case 'if':
      return parseIf(reader);
    case 'for':
      return parseFor(reader);
  }
  const command = readCommand(reader);
  if (command.end > command.start) return command;
  // Whatever cannot begin a command.
  if (reader.position === position && !/[\n&|)]/.test(letter)) reader.position += 1;
  return undefined;
}

/** `:: text` is a label that nobody can go to: a remark. */
function parseLabel(reader: Reader): Statement | undefined {
  const { text, position } = reader;
  skipLine(reader);
  const name = /^:\s*([^\s:+=,;&|<>()]+)/.exec(text.slice(position, reader.position))?.[1];
  if (name === undefined) return undefined;
  return { kind: 'label', name: name.toLowerCase(), start: position, end: reader.position };
}

function parseGroup(reader: Reader): Statement {
  const start = reader.position;
  const body = parseBlock(reader);
  // What the group prints goes elsewhere; what it runs is the same.
  readCommand(reader);
  return { kind: 'group', body, start, end: reader.position };
}

/** At a parenthesis; the position is behind the one that closes it afterwards. */
export function parseBlock(reader: Reader): readonly Statement[] {
  reader.position += 1;
  reader.depth += 1;
  const body = parseLines(reader);
  reader.depth -= 1;
  reader.position = Math.min(reader.position + 1, reader.text.length);
  return body;
}
