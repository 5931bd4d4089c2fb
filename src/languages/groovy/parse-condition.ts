//! What stands in the brackets of `if`, `while`, `switch` and `for`.

import { parseExpression } from './parse-expression.ts';
import { isSign, peek, type Reader, spanFrom, take, withBrackets } from './reader.ts';
import type { GroovyExpression } from './tree.ts';

export const nothingAt = (reader: Reader): GroovyExpression => ({
  kind: 'other',
  parts: [],
  at: spanFrom(reader, peek(reader).start),
});

/** What stands in the brackets that come next. */
export function parseCondition(reader: Reader): GroovyExpression {
  take(reader);
  return withBrackets(reader, true, () => {
    const condition = parseExpression(reader) ?? nothingAt(reader);
    passTo(reader, ')');
    return condition;
  });
}

/** Passes over what was not understood, to the closing bracket and behind it. */
export function passTo(reader: Reader, closing: string): void {
  let open = 0;
  for (;;) {
    const token = peek(reader);
    if (token.kind === 'end') return;
    if (open === 0 && isSign(token, closing)) {
      reader.index += 1;
      return;
    }
    if (token.kind === 'sign' && /^[([{]$/.test(token.text)) open += 1;
    if (token.kind === 'sign' && /^[)\]}]$/.test(token.text)) open -= 1;
    if (open < 0) return;
    take(reader);
  }
}
