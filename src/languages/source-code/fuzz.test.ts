//! Whatever the text, it is read to its end, and every place lies in it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { javascript } from '../javascript/javascript.ts';
import { python } from '../python/python.ts';
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

describe('tokens', () => {
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
});

const WORDS = [
  ...PIECES,
  ...'if else elif for in while def class with as try except return import from lambda await'.split(
    ' ',
  ),
  ...'function const new switch case default async => export interface type'.split(' '),
  'os.system(',
  'import os\n',
  "require('child_process').exec(",
  '\n    ',
  '\n  ',
  ' = ',
  'a.b',
];

const programs = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(it => it.join(' '));

describe('programs', () => {
  it.each([
    ['Python', python],
    ['JavaScript', javascript],
  ])('%s', (_, language) => {
    fc.assert(
      fc.property(programs, text => {
        const { steps } = language.programOf(wholeFile('a', text));
        for (const { at } of steps) {
          expect(0 <= at.start && at.start <= at.end && at.end <= text.length).toBe(true);
        }
      }),
      { numRuns: 400 },
    );
  });

  it.each([
    ['brackets', '(', ''],
    ['braces in strings', 'f"{', ''],
    ['templates', '`${', ''],
    ['arrows', '(a) => ', '1'],
    ['objects', '{ a: [', ''],
    ['sums', 'a + ', 'b'],
    ['choices', 'a ? b : ', 'c'],
    ['choices of Python', 'a if b else ', 'c'],
    ['comparisons', 'a<', ''],
    ['calls', 'f(g)(', ''],
    ['members', 'a.b', ''],
    ['strings', '"a" ', ''],
    ['conditions', 'if (a) {', ''],
    ['else', 'if (a) b; else ', 'c'],
    ['conditions of Python', 'if a:\n ', ''],
    ['not', 'not ', 'a'],
    ['new', 'new ', 'a'],
  ])('reads many %s in little time', (_, piece, last) => {
    const text = `import os\nos.system("x")\n${piece.repeat(20_000)}${last}`;
    const start = performance.now();
    for (const language of [python, javascript]) language.programOf(wholeFile('a', text));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
