//! A string with the code in its holes.

import { parseExpression } from './parse-expression.ts';
import { type Reader, readerOf } from './reader.ts';
import type { StringToken } from './token.ts';
import type { CodeString } from './tree.ts';

export const parseString = (token: StringToken, reader: Reader): CodeString => ({
  kind: 'string',
  manner: token.manner,
  parts: token.parts.map(part => {
    if (part.kind === 'text') return part;
    const inside = readerOf(reader.text, part.tokens, reader.grammar, reader.depth + 1);
    const { start, end } = part;
    return {
      kind: 'hole',
      value: { ...parseExpression({ ...inside, isInBrackets: true }) },
      start,
      end,
    };
  }),
  start: token.start,
  end: token.end,
});
