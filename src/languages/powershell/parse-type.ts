//! `[string]`, `[Parameter(Mandatory = $true)]`, `[Alias('x')]`: a type or attribute, as it is written.

import { isQuote } from './characters.ts';
import type { PsType } from './operand-tree.ts';
import { readString } from './parse-string.ts';
import { goesOn, peek, type Reader, report } from './reader.ts';

export function readType(reader: Reader): PsType {
  const start = reader.position;
  let open = 0;
  while (goesOn(reader)) {
    const letter = peek(reader);
    if (isQuote(letter)) {
      readString(reader);
      continue;
    }
    reader.position += 1;
    if ('[({'.includes(letter)) open += 1;
    if ('])}'.includes(letter)) open -= 1;
    if (open === 0) break;
  }
  if (open > 0) report(reader, '`]` is missing', start);
  const { position: end } = reader;
  return { kind: 'type', name: reader.text.slice(start + 1, open > 0 ? end : end - 1), start, end };
}
