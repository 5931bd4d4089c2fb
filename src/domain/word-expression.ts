//! A word of a command line as an expression again, for what the command runs in turn.

import type { Word } from './call.ts';
import type { Expression } from './expression.ts';
import { template, unknownExpression } from './literal.ts';
import type { Hole } from './region.ts';

/** `from`: how many characters at its beginning are left out; they must be known. */
export function wordExpression({ parts, at }: Word, from = 0): Expression {
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
  const shifted = holes.map(it => ({ ...it, start: it.start - from, end: it.end - from }));
  return template({ at, text: text.slice(from), segments: [], holes: shifted });
}

const HOLE_TEXT = '${?}';
