//! Whatever the text, it is read to its end, and every place lies in it.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wholeFile } from '../../domain/region.ts';
import { parsePowerShell } from './parse.ts';
import { powershell } from './powershell.ts';

const PIECES = [
  '$x',
  ' = ',
  '@{',
  '}',
  '(',
  ')',
  '$(',
  '@(',
  '[',
  ']',
  '"',
  "'",
  '@"\n',
  '\n"@',
  '`',
  '\n',
  ';',
  '|',
  '&',
  '.',
  ' -A ',
  ':',
  ',',
  'if ',
  'else ',
  'switch ',
  'foreach ',
  'function f ',
  'param',
  'class C ',
  'try ',
  'catch ',
  '<#',
  '#>',
  '#',
  '>> ',
  'az login ',
  '–',
  '“',
  '’',
  '::',
  '{',
  ' -f ',
  '+',
  '?',
  '@p',
  '--% ',
  '${',
];

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map(it => it.join(''));

it('never throws, and places everything inside the file', () => {
  fc.assert(
    fc.property(texts, text => {
      const { steps } = powershell.programOf(wholeFile('x.ps1', text));
      for (const { at } of steps) {
        expect(at.start).toBeGreaterThanOrEqual(0);
        expect(at.end).toBeLessThanOrEqual(text.length);
        expect(at.start).toBeLessThanOrEqual(at.end);
      }
    }),
    { numRuns: 1_500 },
  );
});

it.each(['(', '{', '@{a=', '$(', '"$(', '[', 'if(', '@(', '{if($x){', '-not '])(
  'takes thousands of %j',
  piece => {
    const text = piece.repeat(20_000);
    const start = performance.now();
    powershell.programOf(wholeFile('x.ps1', text));
    expect(performance.now() - start).toBeLessThan(20_000);
  },
);

it('reads a long script in one go', () => {
  const text = 'az group create -n "web$x" | Out-Null # a\n'.repeat(5_000);
  expect(parsePowerShell(text)).toMatchObject({ errors: [] });
});
