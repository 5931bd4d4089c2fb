//! A text with its `{{ … }}` to an expression of the domain, and a condition to one that can be decided.

import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal, template, unknownExpression } from '../../domain/literal.ts';
import { type Hole, type Region, spanOf } from '../../domain/region.ts';
import { type Cursor, type NameReader, take } from './cursor.ts';
import { expression, joined } from './parse.ts';
import { jinjaTokens } from './tokens.ts';

/** A text that is one `{{ … }}` and nothing else is what that holds. */
export const expressionOf = (region: Region, names: NameReader): Expression =>
  template({ ...region, holes: holesOf(region, names) });

const OPEN = /\{\{-?|\{%|\{#/g;

/** One that does not end is text. */
export function holesOf(region: Region, names: NameReader): readonly Hole[] {
  const holes: Hole[] = [];
  const { text } = region;
  OPEN.lastIndex = 0;
  for (let open = OPEN.exec(text); open; open = OPEN.exec(text)) {
    const start = open.index;
    const sign = open[0].charAt(1);
    const bodyStart = start + open[0].length;
    const close = closeOf(text, bodyStart, sign === '{' ? '}}' : `${sign}}`);
    if (close === undefined) break;
    const end = close + 2;
    const isValue = sign === '{';
    const bodyEnd = isValue && text[close - 1] === '-' ? close - 1 : close;
    holes.push({
      start,
      end,
      expression: isValue
        ? bodyExpression(region, bodyStart, bodyEnd, names)
        : literal('', spanOf(region, start, end)),
    });
    OPEN.lastIndex = end;
  }
  return holes;
}

/** Offset of the closing sign that no string holds. */
function closeOf(text: string, from: number, sign: string): number | undefined {
  let quote = '';
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (text.startsWith(sign, at)) return at;
    else if (sign === '}}' && (letter === "'" || letter === '"')) quote = letter;
  }
  return undefined;
}

function bodyExpression(region: Region, start: number, end: number, names: NameReader): Expression {
  const cursor = cursorAt(region, start, end, names);
  const parsed = cursor && expression(cursor);
  if (parsed && cursor.at === cursor.tokens.length) return parsed;
  const spelled = region.text.slice(start, end).trim().slice(0, 60);
  return unknownExpression({ kind: 'not-evaluated', text: spelled }, spanOf(region, start, end));
}

function cursorAt(
  region: Region,
  start: number,
  end: number,
  names: NameReader,
): Cursor | undefined {
  const tokens = jinjaTokens(region.text, start, end);
  return tokens && { region, tokens, names, at: 0, depth: 0 };
}

/** `a == 'b'`, `a != 'b'`, without `{{`; `undefined` for what cannot be decided from texts. */
export function conditionOf(region: Region, names: NameReader): Condition | undefined {
  const cursor = cursorAt(region, 0, region.text.length, names);
  const left = cursor && joined(cursor);
  const sign = left && take(cursor, '==', '!=');
  const right = sign && joined(cursor);
  if (!right || cursor.at !== cursor.tokens.length) return undefined;
  return { kind: 'texts', left, right, isEqual: sign.text === '==' };
}
