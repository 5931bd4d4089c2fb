//! Whatever the text, C#, Java and Go are read to its end, and every place lies in it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { csharp } from '../csharp/csharp.ts';
import { go } from '../go/go.ts';
import { java } from '../java/java.ts';

const WORDS = [
  ...'"\'`{}()[]$@#/\\\n:!,.+=<>?;&*'.split(''),
  ...'using namespace class struct enum record interface public static async new await var switch case default when yield return lock try catch finally throws extends import package synchronized'.split(
    ' ',
  ),
  ...'func type map chan go defer select range const fallthrough :='.split(' '),
  '=>',
  '->',
  '::',
  '@Override',
  '[Attribute]',
  'Azure.Identity',
  'Dictionary<string, int[]>',
  'a.b(',
  '\n\t',
  '\n',
];

const programs = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 }).map(it => it.join(' '));

const LANGUAGES = [csharp, java, go];

describe('programs', () => {
  it.each(LANGUAGES.map(language => [language.id, language] as const))('%s', (_, language) => {
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
    ['blocks', '{', ''],
    ['classes', 'class A {', ''],
    ['generics', 'A<', ''],
    ['types', 'A<B> ', ''],
    ['members', 'A.', ''],
    ['chains', '.With(a)', ''],
    ['attributes', '[A]', ''],
    ['annotations', '@A(b) ', ''],
    ['tuples', '(a, b) c ', ''],
    ['initialisers', 'new A { B = ', ''],
    ['target-typed objects', 'new(', ''],
    ['labels', 'case a: ', ''],
    ['switches', 'switch a {', ''],
    ['functions', 'func(a) ', ''],
    ['modifiers', 'public ', ''],
    ['strings', '$"{a', ''],
    ['maps', 'map[a]', ''],
  ])('reads many %s in little time', (_, piece, last) => {
    const head = 'using Azure.Identity;\nvar a = new ArmClient(b)';
    const text = `${head}${piece.repeat(10_000)}${last}`;
    const start = performance.now();
    for (const language of LANGUAGES) language.programOf(wholeFile('a', text));
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});
