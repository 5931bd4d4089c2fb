//! Whatever the text, it is read to its end, and every place lies in it.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lex } from './lex.ts';
import { CSHARP, GO, JAVA, JAVASCRIPT, PYTHON } from './profiles.ts';
import type { Token } from './token.ts';

const PIECES = [
  ...'"\'`{}()[]$@#/\\\n\r:!,.+=<>? \t',
  '"""',
  "'''",
  '${',
  'f"',
  '$@"',
  '$$"""',
  '/*',
  '*/',
  '//',
  'name',
  '12.5e-3',
  'é',
  '\u{1f600}',
  '\ud800',
];

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(it => it.join(''));

/** In order, without overlap, inside [from, to]. */
function isInOrder(tokens: readonly Token[], from: number, to: number): boolean {
  let at = from;
  for (const token of tokens) {
    if (token.start < at || token.end <= token.start || token.end > to) return false;
    at = token.end;
    if (token.kind !== 'string') continue;
    let inside = token.start;
    for (const part of token.parts) {
      if (part.start < inside || part.end > token.end) return false;
      if (part.kind === 'hole' && !isInOrder(part.tokens, part.start, part.end)) return false;
      inside = part.end;
    }
  }
  return true;
}

it.each([
  ['Python', PYTHON],
  ['JavaScript', JAVASCRIPT],
  ['C#', CSHARP],
  ['Java', JAVA],
  ['Go', GO],
])('%s', (_, profile) => {
  fc.assert(
    fc.property(texts, text => {
      expect(isInOrder(lex(text, profile), 0, text.length)).toBe(true);
    }),
    { numRuns: 400 },
  );
});
