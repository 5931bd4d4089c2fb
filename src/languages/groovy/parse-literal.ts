//! Strings with their holes, lists and maps, closures.

import { type Region, spanOf } from '../../domain/region.ts';
import { decodeString } from './decode-string.ts';
import { listedUntil } from './parse-call.ts';
import { parseExpression } from './parse-expression.ts';
import { statementsUntil } from './parse-statement.ts';
import {
  DEPTH_MAX,
  isSign,
  type Reader,
  readerOf,
  spanFrom,
  take,
  takeSign,
  tokenAfter,
  withBrackets,
} from './reader.ts';
import type { GroovyClosure, GroovyExpression, GroovyHole, GroovyString } from './tree.ts';

/** The next token is a string. */
export function parseString(reader: Reader): GroovyString {
  const token = take(reader);
  const { path } = reader.whole.at;
  const at = spanOf(reader.whole, token.start, token.end);
  const quoted = token.quoted ?? { start: token.start, end: token.end, style: 'single' as const };
  const decoded = decodeString(reader.text, quoted);
  const { start, end } = quoted;
  const { text, segments } = decoded;
  const region: Region = { at: { path, start, end }, text, segments, holes: [] };
  const holes = decoded.holes.flatMap(({ start: from, end: to, bodyStart, bodyEnd }) => {
    const of = holeExpression(reader, bodyStart, bodyEnd);
    return [{ start: from, end: to, of }] satisfies GroovyHole[];
  });
  return { kind: 'string', region, holes, at };
}

function holeExpression(outer: Reader, start: number, end: number): GroovyExpression {
  const at = spanOf(outer.whole, start, end);
  const nothing: GroovyExpression = { kind: 'other', parts: [], at };
  if (outer.depth >= DEPTH_MAX) return nothing;
  const reader = readerOf(outer.whole.at.path, outer.text, start, end);
  reader.depth = outer.depth + 1;
  reader.isBracketed = true;
  return parseExpression(reader) ?? nothing;
}

/** `[a, b]`, `[a: b]`, `[:]`. */
export function parseBracketed(reader: Reader): GroovyExpression {
  const { start } = take(reader);
  return withBrackets(reader, true, () => {
    if (takeSign(reader, ':')) {
      takeSign(reader, ']');
      return { kind: 'map', entries: [], at: spanFrom(reader, start) };
    }
    const entries = listedUntil(reader, ']');
    const at = spanFrom(reader, start);
    return entries.some(it => it.name !== undefined)
      ? { kind: 'map', entries, at }
      : { kind: 'list', items: entries.map(it => it.value), at };
  });
}

/** `{ a, b -> … }`. */
export function parseClosure(reader: Reader): GroovyClosure {
  const { start } = take(reader);
  const parameters = closureParameters(reader);
  if (reader.depth >= DEPTH_MAX) {
    return { kind: 'closure', parameters, body: [], at: spanFrom(reader, start) };
  }
  reader.depth += 1;
  const body = statementsUntil(reader, '}');
  reader.depth -= 1;
  return { kind: 'closure', parameters, body, at: spanFrom(reader, start) };
}

/** The names before `->`, which are taken with it. */
function closureParameters(reader: Reader): readonly string[] {
  const names: string[] = [];
  let last: string | undefined;
  for (let ahead = 0; ; ahead += 1) {
    const token = tokenAfter(reader, ahead);
    if (isSign(token, '->')) {
      reader.index += ahead + 1;
      return last === undefined ? names : [...names, last];
    }
    if (isSign(token, ',')) {
      if (last !== undefined) names.push(last);
      last = undefined;
    } else if (token.kind === 'name') last = token.text;
    else if (token.kind !== 'line-end') return [];
  }
}
