//! Statements one after the other, and pipelines: what stands between line ends, `;` and `|`.

import { isDash, isLetter, isNamePart, isQuote, NAME_AT } from './characters.ts';
import { readCommand } from './parse-command.ts';
import { readExpression } from './parse-expression.ts';
import { KEYWORDS, readKeyword } from './parse-keyword.ts';
import {
  deeper,
  goesOn,
  peek,
  type Reader,
  readUntil,
  report,
  skipBlanks,
  skipSpace,
  take,
} from './reader.ts';
import type { PsElement, Statement } from './tree.ts';

/** Up to `close`, which is taken, or to the end of the text when it is `''`. */
export function readStatements(reader: Reader, close: '' | ')' | '}' | ']'): readonly Statement[] {
  const opened = reader.position;
  return deeper<readonly Statement[]>(reader, [], () => {
    const statements: Statement[] = [];
    readUntil(reader, close, opened, letter => {
      if (letter === ';' || letter === ',') reader.position += 1;
      else if (')}]'.includes(letter)) strayBracket(reader, letter);
      else statements.push(...[readStatement(reader)].flatMap(it => it ?? []));
    });
    return statements;
  });
}

function strayBracket(reader: Reader, letter: string): void {
  report(reader, `\`${letter}\` closes nothing`);
  reader.position += 1;
}

export function readStatement(reader: Reader): Statement | undefined {
  if (peek(reader) === ':' && isLetter(peek(reader, 1))) skipLabel(reader);
  if (isLetter(peek(reader))) {
    const start = reader.position;
    const word = take(reader, NAME_AT);
    const next = peek(reader);
    const isPlain = !isDash(next) && !'.\\/:'.includes(next === '' ? ' ' : next);
    if (isPlain && KEYWORDS.has(word.toLowerCase())) {
      const found = readKeyword(reader, word.toLowerCase(), start);
      if (found) return found;
    }
    reader.position = start;
  }
  return readPipeline(reader);
}

/** `:outer foreach …`. */
function skipLabel(reader: Reader): void {
  reader.position += 1;
  take(reader, NAME_AT);
  skipSpace(reader);
}

export function readPipeline(reader: Reader): Statement | undefined {
  const start = reader.position;
  const elements: PsElement[] = [];
  for (;;) {
    const letter = elements.length === 0 ? skipBlanks(reader) : skipSpace(reader);
    if (!goesOn(reader) || (elements.length === 0 && endsPipeline(letter))) break;
    const found = readElement(reader);
    if (!found) break;
    if (found.kind === 'assignment') return elements.length === 0 ? found : undefined;
    elements.push(found);
    const joint = readJoint(reader);
    if (joint === '|') continue;
    const end = reader.position;
    const next = joint === '' ? undefined : nextStatement(reader, joint);
    return { kind: 'pipeline', elements, ...(next ? { next } : {}), start, end };
  }
  return elements.length === 0
    ? undefined
    : { kind: 'pipeline', elements, start, end: reader.position };
}

type Joint = '|' | '&&' | '||' | '';

function nextStatement(reader: Reader, operator: '&&' | '||') {
  skipSpace(reader);
  const statement = deeper(reader, undefined, () => readStatement(reader));
  return statement && { operator, statement };
}

const endsPipeline = (letter: string): boolean => letter === '' || '\r\n;)}'.includes(letter);

/** What stands behind an element; a line may begin with it. */
function readJoint(reader: Reader): Joint {
  skipBlanks(reader);
  const here = jointAt(reader);
  if (here !== '') return taken(reader, here);
  if (peek(reader) === '&') reader.position += 1; // runs on in the background
  const back = reader.position;
  if ('\r\n'.includes(peek(reader) || ' ')) {
    skipSpace(reader);
    const below = jointAt(reader);
    if (below !== '') return taken(reader, below);
  }
  reader.position = back;
  return '';
}

function taken(reader: Reader, joint: Joint): Joint {
  reader.position += joint.length;
  return joint;
}

function jointAt(reader: Reader): Joint {
  const [first, second] = [peek(reader), peek(reader, 1)];
  if (first === '|') return second === '|' ? '||' : '|';
  return first === '&' && second === '&' ? '&&' : '';
}

function readElement(reader: Reader) {
  const letter = peek(reader);
  if (letter === '&') {
    reader.position += 1;
    skipBlanks(reader);
    return readCommand(reader, '&');
  }
  if (letter === '.' && isDotOperator(reader)) {
    reader.position += 1;
    skipBlanks(reader);
    return readCommand(reader, '.');
  }
  return beginsExpression(reader) ? readExpression(reader) : readCommand(reader, '');
}

/** `. ./x.ps1`, not `./x.ps1`. */
function isDotOperator(reader: Reader): boolean {
  const next = peek(reader, 1);
  return ' \t$({'.includes(next || 'x') || isQuote(next);
}

/** A number or value begins it; `7z x` is a command. */
const NUMBER =
  /(?:0x[0-9a-f]+|\d+(?:\.\d+)?)(?:[lduy]{0,2}(?:kb|mb|gb|tb|pb)?)(?![\p{L}\p{Nd}_-])/iuy;

function beginsExpression(reader: Reader): boolean {
  const letter = peek(reader);
  if ('$({[@!,+'.includes(letter) || isQuote(letter)) return true;
  if (isDash(letter)) return !isNamePart(peek(reader, 1)) || isUnary(reader);
  NUMBER.lastIndex = reader.position;
  return NUMBER.test(reader.text);
}

/** `-not`, `-join`, `-1`. */
function isUnary(reader: Reader): boolean {
  const word = /[A-Za-z0-9]+/y;
  word.lastIndex = reader.position + 1;
  return /^(?:not|bnot|join|split|isplit|csplit|\d.*)$/i.test(word.exec(reader.text)?.[0] ?? '');
}
