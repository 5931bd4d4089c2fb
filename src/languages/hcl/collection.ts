//! Lists, objects, `for` expressions and the arguments of calls.

import { CODE } from './characters.ts';
import { readExpression } from './expression.ts';
import { readFor } from './for-expression.ts';
import { acrossLines, END, isBlockHead, next, type Reader, report, startsWith } from './reader.ts';
import { recover } from './recovery.ts';
import type { HclEntry, HclExpression } from './tree.ts';

export function readList(reader: Reader): HclExpression {
  const start = reader.position;
  reader.position += 1;
  return acrossLines(reader, () => {
    const loop = readFor(reader, start, CODE.bracketClose);
    if (loop) return loop;
    const { items } = readItems(reader, start, CODE.bracketClose);
    return { kind: 'list', items, start, end: reader.position };
  });
}

export interface CallArguments {
  readonly args: readonly HclExpression[];
  readonly expandsLast: boolean;
}

export function readArguments(reader: Reader): CallArguments {
  const open = reader.position;
  reader.position += 1;
  const { items, expandsLast } = acrossLines(reader, () =>
    readItems(reader, open, CODE.parenthesisClose),
  );
  return { args: items, expandsLast };
}

/** To the closing bracket and over it. */
function readItems(
  reader: Reader,
  open: number,
  close: number,
): { items: readonly HclExpression[]; expandsLast: boolean } {
  const items: HclExpression[] = [];
  let expandsLast = false;
  for (;;) {
    if (isEnd(reader, open, close)) break;
    const item = readExpression(reader);
    if (item.kind !== 'missing') items.push(item);
    let code = next(reader);
    if (close === CODE.parenthesisClose && startsWith(reader, '...')) {
      expandsLast = true;
      reader.position += 3;
      code = next(reader);
    }
    if (code === CODE.comma) reader.position += 1;
    else if (code !== close) {
      if (item.kind !== 'missing') report(reader, 'a comma is missing');
      recover(reader, close);
      break;
    }
  }
  return { items, expandsLast };
}

/** True when the bracket is closed, which is passed, or never will be. */
function isEnd(reader: Reader, open: number, close: number): boolean {
  const code = next(reader);
  if (code === close) {
    reader.position += 1;
    return true;
  }
  if (code !== END && !isBlockHead(reader, reader.position)) return false;
  report(reader, `\`${reader.text[open]}\` is not closed`, open);
  return true;
}

export function readObject(reader: Reader): HclExpression {
  const start = reader.position;
  reader.position += 1;
  const loop = acrossLines(reader, () => readFor(reader, start, CODE.braceClose));
  if (loop) return loop;
  const { endsAtLine } = reader;
  const entries: HclEntry[] = [];
  while (!acrossLines(reader, () => isEnd(reader, start, CODE.braceClose))) {
    reader.endsAtLine = true;
    const entry = readEntry(reader);
    if (entry) entries.push(entry);
    const isSeparated = entry !== undefined && passSeparator(reader);
    reader.endsAtLine = endsAtLine;
    if (isSeparated) continue;
    if (entry) report(reader, 'a comma or a new line is missing in the object');
    recover(reader, CODE.braceClose);
    break;
  }
  return { kind: 'object', entries, start, end: reader.position };
}

function readEntry(reader: Reader): HclEntry | undefined {
  const key = readExpression(reader);
  if (key.kind === 'missing') return undefined;
  const code = next(reader);
  if (code !== CODE.equals && code !== CODE.colon) {
    report(reader, '`=` is missing in the object');
    return undefined;
  }
  reader.position += 1;
  const value = readExpression(reader);
  if (value.kind === 'missing') return undefined;
  return { key, value, start: key.start, end: value.end };
}

/** Entries are parted by a comma or a line end; the brace that closes is left for the caller. */
function passSeparator(reader: Reader): boolean {
  const code = next(reader);
  if (code === CODE.comma) reader.position += 1;
  return (
    code === CODE.comma ||
    code === CODE.lineFeed ||
    code === CODE.carriageReturn ||
    code === CODE.braceClose ||
    code === END
  );
}
