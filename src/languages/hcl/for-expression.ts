//! `[for x in list : f(x)]` and `{for k, v in map : k => v}`.

import { CODE } from './characters.ts';
import { readExpression } from './expression.ts';
import { missing, next, passWord, type Reader, readName, report, startsWith } from './reader.ts';
import { recover } from './recovery.ts';
import type { HclExpression, HclFor } from './tree.ts';

/** Stands after the opening bracket; `undefined`, and nothing is passed, when no `for` stands there. */
export function readFor(reader: Reader, start: number, close: number): HclFor | undefined {
  next(reader);
  const from = reader.position;
  const names = readIntroduction(reader);
  if (!names) {
    reader.position = from;
    return undefined;
  }
  const isObject = close === CODE.braceClose;
  const collection = readExpression(reader);
  const result: HclFor = {
    kind: 'for',
    isObject,
    names,
    collection,
    key: undefined,
    value: missing(reader),
    condition: undefined,
    start,
    end: reader.position,
  };
  if (next(reader) !== CODE.colon)
    return abandoned(reader, result, close, '`:` is missing after `for`');
  reader.position += 1;
  const { key, value } = readResult(reader, isObject);
  next(reader);
  const condition = passWord(reader, 'if') ? readExpression(reader) : undefined;
  if (next(reader) !== close) {
    return abandoned(
      reader,
      { ...result, key, value, condition },
      close,
      'the `for` is not closed',
    );
  }
  reader.position += 1;
  return { ...result, key, value, condition, end: reader.position };
}

function abandoned(reader: Reader, result: HclFor, close: number, message: string): HclFor {
  report(reader, message);
  recover(reader, close);
  return { ...result, end: reader.position };
}

/** `for k, v in`; an object may have a key of the name `for`, so without `in` it is none. */
function readIntroduction(reader: Reader): readonly string[] | undefined {
  if (!passWord(reader, 'for')) return undefined;
  next(reader);
  const first = readName(reader);
  if (first === undefined) return undefined;
  const names = [first];
  if (next(reader) === CODE.comma) {
    reader.position += 1;
    next(reader);
    names.push(readName(reader) ?? '');
    next(reader);
  }
  return passWord(reader, 'in') ? names : undefined;
}

function readResult(
  reader: Reader,
  isObject: boolean,
): { readonly key: HclExpression | undefined; readonly value: HclExpression } {
  const first = readExpression(reader);
  next(reader);
  if (!isObject) return { key: undefined, value: first };
  if (!startsWith(reader, '=>')) {
    report(reader, '`=>` is missing in the `for`');
    return { key: undefined, value: first };
  }
  reader.position += 2;
  const value = readExpression(reader);
  next(reader);
  if (startsWith(reader, '...')) reader.position += 3;
  return { key: first, value };
}
