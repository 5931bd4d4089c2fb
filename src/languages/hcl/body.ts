//! Bodies: arguments and blocks, one after the other, and how reading goes on after a broken one.

import { CODE, isNameStart } from './characters.ts';
import { readExpression } from './expression.ts';
import {
  acrossLines,
  codeAt,
  DEPTH_MAX,
  END,
  isBlockHead,
  isLineStart,
  next,
  passLine,
  type Reader,
  readName,
  report,
} from './reader.ts';
import { passNested } from './recovery.ts';
import { readQuoted } from './template.ts';
import type { HclAttribute, HclBlock, HclBody, HclLabel } from './tree.ts';

interface Items {
  readonly attributes: HclAttribute[];
  readonly blocks: HclBlock[];
}

/** The whole text: a closing brace too many is passed over. */
export function readFile(reader: Reader): HclBody {
  const items: Items = { attributes: [], blocks: [] };
  while (acrossLines(reader, () => next(reader)) !== END) {
    if (codeAt(reader, reader.position) === CODE.braceClose) {
      report(reader, 'a `}` too many');
      reader.position += 1;
    } else readItem(reader, items, false);
  }
  return { ...items, start: 0, end: reader.text.length };
}

/** Stands after the opening brace; passes the closing one. */
function readBlockBody(reader: Reader, open: number, isAtLineStart: boolean): HclBody {
  const items: Items = { attributes: [], blocks: [] };
  const isOneLine = !isLineEnd(next(reader));
  for (;;) {
    const code = acrossLines(reader, () => next(reader));
    if (code === CODE.braceClose) {
      reader.position += 1;
      break;
    }
    const isNextBlock =
      reader.trustsLineStarts && isAtLineStart && isBlockHead(reader, reader.position);
    if (code === END || isNextBlock) {
      report(reader, '`{` is not closed', open);
      reader.lacksBrace = true;
      break;
    }
    readItem(reader, items, isOneLine);
  }
  const body = { ...items, start: open, end: reader.position };
  if (isOneLine) checkOneLine(reader, body);
  return body;
}

/** Always passes something. */
function readItem(reader: Reader, into: Items, isOneLine: boolean): void {
  const start = reader.position;
  const code = codeAt(reader, start);
  if (code === CODE.quote) report(reader, 'a name is not quoted here');
  else if (!isNameStart(code)) {
    report(reader, 'an argument or block is expected');
    passLine(reader);
    reader.position = Math.max(reader.position, start + 1);
    return;
  }
  const name = code === CODE.quote ? readQuoted(reader).text : (readName(reader) ?? '');
  const nameEnd = reader.position;
  if (isAssignment(reader)) {
    reader.position += 1;
    const value = readExpression(reader);
    into.attributes.push({ name, nameEnd, value, start, end: Math.max(value.end, nameEnd) });
    endItem(reader, isOneLine);
    return;
  }
  const block = readBlock(reader, name, start);
  if (!block) return;
  into.blocks.push(block);
  endItem(reader, isOneLine);
}

const isAssignment = (reader: Reader): boolean =>
  next(reader) === CODE.equals && codeAt(reader, reader.position + 1) !== CODE.equals;

/** Stands after the block's type; `undefined` when no body follows. */
function readBlock(reader: Reader, type: string, start: number): HclBlock | undefined {
  const labels: HclLabel[] = [];
  let headEnd = reader.position;
  for (;;) {
    const code = next(reader);
    if (code === CODE.braceOpen) break;
    const label = readLabel(reader, code);
    if (!label) {
      report(reader, 'a `{` or `=` is missing');
      passLine(reader);
      return undefined;
    }
    labels.push(label);
    headEnd = reader.position;
  }
  const open = reader.position;
  const body = readBraces(reader, open, start);
  return { type, labels, headEnd, body, start, end: reader.position };
}

function readLabel(reader: Reader, code: number): HclLabel | undefined {
  const start = reader.position;
  if (code === CODE.quote) {
    const { text, holes } = readQuoted(reader);
    if (holes.length > 0) report(reader, 'a label is a plain string', start);
    return { value: text, start, end: reader.position };
  }
  const value = readName(reader);
  return value === undefined ? undefined : { value, start, end: reader.position };
}

function readBraces(reader: Reader, open: number, start: number): HclBody {
  if (reader.depth >= DEPTH_MAX) {
    report(reader, `nested deeper than ${DEPTH_MAX} levels`);
    passNested(reader);
    return { attributes: [], blocks: [], start: open, end: reader.position };
  }
  reader.depth += 1;
  reader.position = open + 1;
  const body = readBlockBody(reader, open, isLineStart(reader, start));
  reader.depth -= 1;
  return body;
}

/** `a { b = 1 }` holds one argument at most, and ends on its line but for what its value spans. */
function checkOneLine(reader: Reader, body: HclBody): void {
  const { attributes, blocks, start, end } = body;
  const from = attributes[0]?.end ?? start;
  const isBroken = reader.text.slice(from, end).includes('\n');
  if (blocks.length > 0 || attributes.length > 1 || isBroken) {
    report(reader, 'a block on one line holds one argument at most', start);
  }
}

const isLineEnd = (code: number): boolean =>
  code === CODE.lineFeed || code === CODE.carriageReturn || code === END;

/** An argument or block ends with its line; on one line with its block, with the brace. */
function endItem(reader: Reader, isOneLine: boolean): void {
  const code = next(reader);
  // What was not closed above ended at the next block.
  if (isLineEnd(code) || isBlockHead(reader, reader.position)) return;
  if (code === CODE.braceClose && isOneLine) return;
  report(reader, 'a new line is missing');
  if (code !== CODE.braceClose) passLine(reader);
}
