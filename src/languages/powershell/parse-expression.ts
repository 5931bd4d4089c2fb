//! Expressions as a row of operands and operators, up to the end of the line or what closes them; assignments.

import { isDash, isLetter, NAME_AT } from './characters.ts';
import { readWord } from './parse-command.ts';
import { readOperand } from './parse-operand.ts';
import { readRedirect } from './parse-redirect.ts';
import { readStatement } from './parse-statement.ts';
import { deeper, goesOn, peek, type Reader, skipBlanks, skipSpace, take } from './reader.ts';
import type { PsAssignment, PsExpression, PsItem, PsRedirect } from './tree.ts';

const ENDS = '\r\n;|)}]&';

const ASSIGNS = /(?:[+*/%]|[-\u2013\u2014\u2015]|\?\?)?=/y;

/** Two characters before one. */
const OPERATOR = /\?\?|\+\+|\.\.|[-\u2013\u2014\u2015]{2}|[-\u2013\u2014\u2015,+*/%!?:^.]/y;

export function readExpression(reader: Reader): PsExpression | PsAssignment {
  const start = reader.position;
  const items: PsItem[] = [];
  const redirects: PsRedirect[] = [];
  for (;;) {
    const letter = skipBlanks(reader);
    if (!goesOn(reader) || ENDS.includes(letter)) break;
    const redirect = readRedirect(reader);
    if (redirect) {
      redirects.push(redirect);
      continue;
    }
    const sign = take(reader, ASSIGNS);
    if (sign !== '') return assigned(reader, items, sign, start);
    items.push(...readItem(reader));
  }
  return { kind: 'expression', items, redirects, start, end: lastEnd(items, redirects, start) };
}

function lastEnd(items: readonly PsItem[], redirects: readonly PsRedirect[], start: number) {
  const last = items.at(-1);
  const end = last ? (last.kind === 'operand' ? last.operand.end : last.end) : start;
  return Math.max(end, redirects.at(-1)?.end ?? start);
}

function assigned(
  reader: Reader,
  target: readonly PsItem[],
  sign: string,
  start: number,
): PsAssignment {
  skipSpace(reader);
  const value = deeper(reader, undefined, () => readStatement(reader));
  const operator = sign.length === 2 && isDash(sign.charAt(0)) ? '-=' : sign;
  const end = value?.end ?? reader.position;
  return { kind: 'assignment', target, operator, value, start, end };
}

/** Whatever stands there is passed over in the end. */
function readItem(reader: Reader): readonly PsItem[] {
  const start = reader.position;
  if (isDash(peek(reader)) && isLetter(peek(reader, 1))) {
    reader.position += 1;
    const text = `-${take(reader, NAME_AT).toLowerCase()}`;
    return operator(reader, text, start);
  }
  const operand = readOperand(reader);
  if (operand) return [{ kind: 'operand', operand }];
  const sign = take(reader, OPERATOR);
  if (sign !== '') return operator(reader, sign.replace(/[\u2013\u2014\u2015]/g, '-'), start);
  const word = readWord(reader);
  if (!word) reader.position += 1;
  return word ? [{ kind: 'operand', operand: word }] : [];
}

/** A line may end behind an operator. */
function operator(reader: Reader, text: string, start: number): readonly PsItem[] {
  const end = reader.position;
  if (text !== '++' && text !== '--') {
    skipSpace(reader);
    if (ENDS.includes(peek(reader) || ';')) reader.position = end;
  }
  return [{ kind: 'operator', text, start, end }];
}
