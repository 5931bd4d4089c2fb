//! A word of a command line as a text and as an expression again, for what the command runs in turn.

import type { Word } from './call.ts';
import type { Expression } from './expression.ts';
import { template, unknownExpression } from './literal.ts';
import type { Hole, Region } from './region.ts';

/** `from`: how many characters at its beginning are left out; they must be known. */
export function wordExpression(word: Word, from = 0): Expression {
  const { region, splits, at } = word;
  if (region && from === 0 && !splits) return { ...template(region), at };
  const { text, holes, ...rest } = textRegion(word);
  const shifted = holes.map(it => ({ ...it, start: it.start - from, end: it.end - from }));
  const of = template({ ...rest, text: text.slice(from), holes: shifted });
  // What was not quoted may still be any number of words.
  return splits ? { kind: 'split', of, at } : of;
}

/** A text put together from pieces has no place for each character; its unknown parts are holes. */
export function textRegion({ parts, at }: Pick<Word, 'parts' | 'at'>): Region {
  let text = '';
  const holes: Hole[] = [];
  for (const part of parts) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const start = text.length;
    text += HOLE_TEXT;
    holes.push({ start, end: text.length, expression: unknownExpression(part.why, at) });
  }
  return { at, text, segments: [], holes };
}

const HOLE_TEXT = '${?}';
