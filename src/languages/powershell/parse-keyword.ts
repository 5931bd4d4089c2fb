//! Statements that begin with a keyword: `if`, `foreach`, `try`, `function` and the rest.

import { isDash, NAME_AT } from './characters.ts';
import { readClass } from './parse-class.ts';
import { readFunction, readParameterBlock } from './parse-function.ts';
import { readOperand } from './parse-operand.ts';
import { readPipeline, readStatements } from './parse-statement.ts';
import { readSwitch } from './parse-switch.ts';
import { ahead, peek, type Reader, skipBlanks, skipSpace, take } from './reader.ts';
import type { PsIf, PsLoop, PsStop, PsTry, Statement } from './tree.ts';

type Reading = (reader: Reader, start: number, word: string) => Statement | undefined;

export const KEYWORDS: ReadonlyMap<string, Reading> = new Map<string, Reading>([
  ['if', readIf],
  ['while', readWhile],
  ['for', readWhile],
  ['foreach', readForEach],
  ['do', readDo],
  ['switch', readSwitch],
  ['try', readTry],
  ['trap', nested(false)],
  ['function', readFunction],
  ['filter', readFunction],
  ['workflow', readFunction],
  ['configuration', readFunction],
  ['class', readClass],
  ['enum', readClass],
  ['param', readParameterBlock],
  ...[
    'begin',
    'process',
    'end',
    'clean',
    'dynamicparam',
    'parallel',
    'sequence',
    'inlinescript',
  ].map((it): [string, Reading] => [it, nested(true)]),
  ...(['return', 'throw', 'exit', 'break', 'continue'] as const).map((it): [string, Reading] => [
    it,
    (reader, start) => readStop(reader, start, it),
  ]),
  ['using', readUsing],
]);

/** Stands behind the keyword; `undefined` when it was a command's name after all. */
export const readKeyword = (reader: Reader, word: string, start: number): Statement | undefined =>
  KEYWORDS.get(word)?.(reader, start, word);

/** `{ … }`; `undefined` when there is none. */
export function readBlock(reader: Reader): readonly Statement[] | undefined {
  if (skipSpace(reader) !== '{') return undefined;
  reader.position += 1;
  return readStatements(reader, '}');
}

export function readParenthesis(reader: Reader): readonly Statement[] | undefined {
  if (skipSpace(reader) !== '(') return undefined;
  reader.position += 1;
  return readStatements(reader, ')');
}

/** Takes the next word when it is `word`. */
export function takeWord(reader: Reader, ...words: readonly string[]): string {
  const back = reader.position;
  skipSpace(reader);
  const found = ahead(reader, NAME_AT).toLowerCase();
  if (words.includes(found)) {
    take(reader, NAME_AT);
    return found;
  }
  reader.position = back;
  return '';
}

function readIf(reader: Reader, start: number): PsIf | undefined {
  const clauses: PsIf['clauses'][number][] = [];
  let word = 'if';
  while (word === 'if' || word === 'elseif') {
    const condition = readParenthesis(reader);
    if (!condition) break;
    clauses.push({ condition, body: readBlock(reader) ?? [] });
    word = takeWord(reader, 'elseif', 'else');
  }
  if (clauses.length === 0) return undefined;
  const otherwise = word === 'else' ? readBlock(reader) : undefined;
  return { kind: 'if', clauses, ...(otherwise ? { otherwise } : {}), start, end: reader.position };
}

function readWhile(reader: Reader, start: number): PsLoop | undefined {
  const items = readParenthesis(reader);
  if (!items) return undefined;
  const body = readBlock(reader) ?? [];
  return { kind: 'loop', items, isDo: false, body, start, end: reader.position };
}

function readForEach(reader: Reader, start: number): PsLoop | undefined {
  while (isDash(skipBlanks(reader))) {
    reader.position += 1; // `-Parallel`, `-ThrottleLimit 5`
    take(reader, NAME_AT);
    skipBlanks(reader);
    if (!isDash(peek(reader)) && peek(reader) !== '(') readOperand(reader);
  }
  if (skipSpace(reader) !== '(') return undefined;
  reader.position += 1;
  skipSpace(reader);
  const variable = readOperand(reader);
  takeWord(reader, 'in');
  const items = readStatements(reader, ')');
  const body = readBlock(reader);
  if (!body) return undefined;
  const end = reader.position;
  return { kind: 'loop', ...(variable ? { variable } : {}), items, isDo: false, body, start, end };
}

function readDo(reader: Reader, start: number): PsLoop | undefined {
  const body = readBlock(reader);
  if (!body) return undefined;
  const items = takeWord(reader, 'while', 'until') === '' ? [] : (readParenthesis(reader) ?? []);
  return { kind: 'loop', items, isDo: true, body, start, end: reader.position };
}

function readTry(reader: Reader, start: number): PsTry | undefined {
  const body = readBlock(reader);
  if (!body) return undefined;
  const catches: (readonly Statement[])[] = [];
  let last: readonly Statement[] = [];
  for (let word = next(reader); word !== ''; word = next(reader)) {
    skipTypes(reader);
    const inside = readBlock(reader) ?? [];
    if (word === 'catch') catches.push(inside);
    else last = inside;
  }
  return { kind: 'try', body, catches, last, start, end: reader.position };
}

const next = (reader: Reader): string => takeWord(reader, 'catch', 'finally');

function skipTypes(reader: Reader): void {
  while ('[,'.includes(skipSpace(reader) || 'x')) {
    if (peek(reader) === ',') reader.position += 1;
    else readOperand(reader);
  }
}

function nested(isCertain: boolean): Reading {
  return (reader, start) => {
    skipTypes(reader);
    const body = readBlock(reader);
    return body && { kind: 'nested', isCertain, body, start, end: reader.position };
  };
}

function readStop(reader: Reader, start: number, word: PsStop['word']): PsStop {
  const end = reader.position;
  const letter = skipBlanks(reader);
  const value = letter === '' || '\r\n;)}|'.includes(letter) ? undefined : readPipeline(reader);
  return { kind: 'stop', word, ...(value ? { value } : {}), start, end: value?.end ?? end };
}

/** `using namespace System`; `using module ./x.psm1` is read as a command, `module ./x.psm1`. */
function readUsing(reader: Reader, start: number): Statement {
  const isModule = take(reader, /[ \t]+(?=module[ \t])/iy) !== '';
  const module = isModule ? readPipeline(reader) : undefined;
  if (module) return module;
  take(reader, /[^\r\n;]*/y);
  return { kind: 'nested', isCertain: true, body: [], start, end: reader.position };
}
