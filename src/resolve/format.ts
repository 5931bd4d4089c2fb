//! The neutral function `format`: a text with places for its arguments, as `printf` has them.

import { literal } from '../domain/literal.ts';
import type { Region } from '../domain/region.ts';
import type { Span } from '../domain/span.ts';
import { ABSENT } from '../domain/value.ts';
import { type Datum, datumText, partsOf, stringDatum } from './datum.ts';
import { NOWHERE } from './state.ts';
import { filled } from './templates.ts';

/**
 * `%s`, `%d`, `%v` and `%q` take the next argument; `%%` is a percent sign.
 * The text keeps its place, unless an argument is more than a word of it: that may be a script of its own.
 */
export function format(args: readonly Datum[], at: Span): Datum | undefined {
  const [pattern, ...rest] = args;
  const text = pattern && datumText(pattern);
  if (!pattern || text === undefined) return undefined;
  const data: Datum[] = [];
  let next = 0;
  const holes = [...text.matchAll(/%([%sdvq])/g)].map(match => {
    data.push(match[1] === '%' ? stringDatum('%', at) : (rest[next++] ?? ABSENT));
    const end = match.index + match[0].length;
    return { start: match.index, end, expression: literal('', at) };
  });
  const own = pattern.kind === 'string' && pattern.region?.text === text && data.every(isWord);
  const region = own ? pattern.region : undefined;
  const result = filled({ ...(region ?? UNPLACED), text, holes }, data);
  if (result.kind !== 'string') return undefined;
  const { parts } = result;
  return {
    kind: 'string',
    parts,
    at,
    ...(region && result.region ? { region: result.region } : {}),
  };
}

const UNPLACED: Region = { at: NOWHERE, text: '', segments: [], holes: [] };

const isWord = (datum: Datum): boolean =>
  partsOf(datum).every(it => it.kind === 'unknown' || !/\s/.test(it.text));
