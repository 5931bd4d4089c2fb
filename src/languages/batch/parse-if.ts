//! `if [/i] [not] condition command [else command]`.

import { parseBlock, parseUnit } from './parse.ts';
import { keyword, type Reader, readWord, skipSpace } from './reader.ts';
import type { BatchCondition, Statement, Stretch } from './tree.ts';

export function parseIf(reader: Reader): Statement {
  const start = reader.position;
  reader.position += 'if'.length;
  const condition = parseCondition(reader);
  const then = parseBranch(reader);
  const otherwise = parseElse(reader);
  return { kind: 'if', condition, then, otherwise, start, end: reader.position };
}

/** Behind a block, on the line where that ends. */
function parseElse(reader: Reader): readonly Statement[] {
  skipSpace(reader);
  if (keyword(reader) !== 'else') return [];
  reader.position += 'else'.length;
  return parseBranch(reader);
}

export function parseBranch(reader: Reader): readonly Statement[] {
  skipSpace(reader);
  if (reader.text.charAt(reader.position) === '(') return parseBlock(reader);
  const unit = parseUnit(reader);
  return unit ? [unit] : [];
}

interface Manner {
  readonly isNegated: boolean;
  readonly ignoresCase: boolean;
}

function parseCondition(reader: Reader): BatchCondition {
  const manner = parseManner(reader);
  const { isNegated } = manner;
  switch (keyword(reader)) {
    case 'exist':
    case 'cmdextversion':
      readWord(reader);
      nextWord(reader);
      return { kind: 'other' };
    case 'defined': {
      readWord(reader);
      return { kind: 'defined', name: textOf(nextWord(reader), reader), isNegated };
    }
    case 'errorlevel': {
      readWord(reader);
      const level = textOf(nextWord(reader), reader);
      return { kind: 'errorlevel', isFailure: /^0*$/.test(level) ? undefined : !isNegated };
    }
  }
  return parseComparison(reader, manner);
}

function parseManner(reader: Reader): Manner {
  let ignoresCase = false;
  let isNegated = false;
  for (;;) {
    skipSpace(reader);
    if (/^\/i\b/i.test(reader.text.slice(reader.position, reader.position + 3))) {
      ignoresCase = true;
      reader.position += 2;
    } else if (keyword(reader) === 'not') {
      isNegated = !isNegated;
      reader.position += 'not'.length;
    } else return { isNegated, ignoresCase };
  }
}

function parseComparison(reader: Reader, { isNegated, ignoresCase }: Manner): BatchCondition {
  const left = nextOperand(reader);
  skipSpace(reader);
  const operator = keyword(reader);
  const isNamed = /^(?:equ|neq|lss|leq|gtr|geq)$/.test(operator);
  if (isNamed) reader.position += operator.length;
  else while (reader.text.charAt(reader.position) === '=') reader.position += 1;
  const right = nextOperand(reader);
  if (isNamed && operator !== 'equ' && operator !== 'neq' && operator !== 'gtr') {
    return { kind: 'other' };
  }
  const isEqual = (operator === 'neq' || operator === 'gtr') === isNegated;
  if (/^[%!]errorlevel[%!]$/i.test(textOf(left, reader))) {
    const isZero = /^"?0"?$/.test(textOf(right, reader));
    return { kind: 'errorlevel', isFailure: isZero ? !isEqual : undefined };
  }
  return operator === 'gtr'
    ? { kind: 'other' }
    : { kind: 'texts', left, right, isEqual, ignoresCase };
}

/** `"%x%"`, `[%1]`, `%x%`; a `=` outside of quotes ends it. */
function nextOperand(reader: Reader): Stretch {
  skipSpace(reader);
  const start = reader.position;
  const word = readWord(reader);
  let isQuoted = false;
  for (let at = start; at < word.end; at += 1) {
    const letter = reader.text.charAt(at);
    if (letter === '"') isQuoted = !isQuoted;
    if (letter === '=' && !isQuoted) {
      reader.position = at;
      return { start, end: at };
    }
  }
  return word;
}

function nextWord(reader: Reader): Stretch {
  skipSpace(reader);
  return readWord(reader);
}

const textOf = ({ start, end }: Stretch, { text }: Reader): string => text.slice(start, end);
