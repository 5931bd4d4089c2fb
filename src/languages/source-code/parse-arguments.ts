//! What stands between the brackets of a call, a list or an object.

import { parseExpression } from './parse-expression.ts';
import { closingOf, isSymbol, peek, type Reader, take, textAt, within } from './reader.ts';
import type { CodeArgument } from './tree.ts';

/** `(a, b=c, *d)`; leaves the cursor after the closing bracket. */
export const parseArguments = (reader: Reader): readonly CodeArgument[] =>
  parseItems(reader, argument);

/** Reads items with commas between them up to the bracket that closes the one under the cursor. */
export function parseItems<T>(reader: Reader, parse: (reader: Reader) => T): readonly T[] {
  const close = closingOf(reader);
  const items: T[] = [];
  reader.at += 1;
  within(reader, true, () => {
    while (reader.at < close) {
      if (take(reader, ',')) continue;
      items.push(parse(reader));
      skipToComma(reader, close);
    }
  });
  reader.at = Math.min(close + 1, reader.tokens.length);
  return items;
}

/** Over whatever an item has behind what was read of it: a comprehension, a type. */
export function skipToComma(reader: Reader, close: number): void {
  while (reader.at < close && !isSymbol(reader, ',')) {
    const isOpening = /^[([{]$/.test(textAt(reader)) && peek(reader)?.kind === 'symbol';
    reader.at = isOpening ? Math.min(closingOf(reader) + 1, close) : reader.at + 1;
  }
}

const SPREADS: ReadonlySet<string> = new Set(['*', '**', '...']);

/** Words in front of an argument: C#'s `out x`. */
const MODIFIERS: ReadonlySet<string> = new Set(['out', 'ref', 'in']);

function argument(reader: Reader): CodeArgument {
  const { namedArgument, arrow } = reader.grammar;
  const token = peek(reader);
  if (token?.kind === 'symbol' && SPREADS.has(token.text)) {
    reader.at += 1;
    return { value: parseExpression(reader), isSpread: true };
  }
  if (token?.kind === 'name' && namedArgument && isSymbol(reader, namedArgument, 1)) {
    reader.at += 2;
    return { name: token.text, value: parseExpression(reader), isSpread: false };
  }
  const isModifier = token?.kind === 'name' && arrow && MODIFIERS.has(token.text);
  if (isModifier && peek(reader, 1)?.kind === 'name') reader.at += 1;
  const value = parseExpression(reader);
  // Go spreads behind the list.
  return { value, isSpread: isSymbol(reader, '...') };
}
