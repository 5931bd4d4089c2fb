//! What stands between operators: a literal, name, call or bracket, and the accesses written behind it.

import { CODE, isDigit, isNameStart } from './characters.ts';
import { readArguments, readList, readObject } from './collection.ts';
import { readExpression } from './expression.ts';
import { readHeredoc } from './heredoc.ts';
import {
  acrossLines,
  codeAt,
  missing,
  next,
  type Reader,
  readName,
  report,
  startsWith,
} from './reader.ts';
import { readQuoted } from './template.ts';
import type { HclAccessStep, HclExpression } from './tree.ts';

export function readOperand(reader: Reader, code: number): HclExpression {
  const of = readPrimary(reader, code);
  if (of.kind === 'missing') return of;
  const steps: HclAccessStep[] = [];
  for (;;) {
    const step = readStep(reader);
    if (!step) break;
    steps.push(step);
  }
  const last = steps.at(-1);
  return last ? { kind: 'access', of, steps, start: of.start, end: last.end } : of;
}

function readPrimary(reader: Reader, code: number): HclExpression {
  if (code === CODE.quote) return readQuoted(reader);
  if (isDigit(code)) return readNumber(reader);
  if (isNameStart(code)) return readNamed(reader);
  if (code === CODE.parenthesisOpen) return readParentheses(reader);
  if (code === CODE.bracketOpen) return readList(reader);
  if (code === CODE.braceOpen) return readObject(reader);
  const heredoc = startsWith(reader, '<<') ? readHeredoc(reader) : undefined;
  if (heredoc) return heredoc;
  report(reader, 'an expression is missing');
  return missing(reader);
}

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readNumber(reader: Reader): HclExpression {
  const start = reader.position;
  NUMBER.lastIndex = start;
  const text = NUMBER.exec(reader.text)?.[0] ?? '';
  reader.position = Math.min(start + text.length, reader.end);
  return { kind: 'number', text, start, end: reader.position };
}

/** A variable, a keyword or a call. */
function readNamed(reader: Reader): HclExpression {
  const start = reader.position;
  let name = readName(reader) ?? '';
  let end = reader.position;
  let code = next(reader);
  while (code === CODE.colon && codeAt(reader, reader.position + 1) === CODE.colon) {
    reader.position += 2;
    next(reader);
    const more = readName(reader);
    if (more === undefined) report(reader, 'a name is missing after `::`');
    name += `::${more ?? ''}`;
    end = reader.position;
    code = next(reader);
  }
  if (code === CODE.parenthesisOpen) {
    const { args, expandsLast } = readArguments(reader);
    return { kind: 'call', name, args, expandsLast, start, end: reader.position };
  }
  reader.position = end;
  if (name === 'true' || name === 'false') {
    return { kind: 'boolean', value: name === 'true', start, end };
  }
  return name === 'null' ? { kind: 'null', start, end } : { kind: 'variable', name, start, end };
}

function readParentheses(reader: Reader): HclExpression {
  const start = reader.position;
  reader.position += 1;
  const of = acrossLines(reader, () => {
    const inner = readExpression(reader);
    if (next(reader) === CODE.parenthesisClose) reader.position += 1;
    else report(reader, '`(` is not closed', start);
    return inner;
  });
  return { kind: 'parentheses', of, start, end: reader.position };
}

function readStep(reader: Reader): HclAccessStep | undefined {
  const code = next(reader);
  const start = reader.position;
  if (code === CODE.bracketOpen) return readIndex(reader);
  if (code !== CODE.dot || codeAt(reader, start + 1) === CODE.dot) return undefined;
  reader.position += 1;
  const after = next(reader);
  if (after === CODE.asterisk) {
    reader.position += 1;
    return { kind: 'splat', start, end: reader.position };
  }
  if (isDigit(after)) return readLegacyIndex(reader, start);
  const name = readName(reader);
  if (name !== undefined) return { kind: 'attribute', name, start, end: reader.position };
  report(reader, 'a name is missing after the dot');
  return undefined;
}

/** `list.0`, from before version 0.12. */
function readLegacyIndex(reader: Reader, start: number): HclAccessStep {
  const from = reader.position;
  while (isDigit(codeAt(reader, reader.position))) reader.position += 1;
  const end = reader.position;
  const text = reader.text.slice(from, end);
  return { kind: 'index', key: { kind: 'number', text, start: from, end }, start, end };
}

function readIndex(reader: Reader): HclAccessStep {
  const start = reader.position;
  reader.position += 1;
  return acrossLines(reader, () => {
    const isSplat = next(reader) === CODE.asterisk;
    if (isSplat) reader.position += 1;
    const key = isSplat ? undefined : readExpression(reader);
    if (next(reader) === CODE.bracketClose) reader.position += 1;
    else report(reader, '`[` is not closed', start);
    const end = reader.position;
    return key ? { kind: 'index', key, start, end } : { kind: 'splat', start, end };
  });
}
