//! The Bicep reader on broken text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBicep } from './parse.ts';

const kinds = (text: string): string[] => parseBicep(text).statements.map(it => it.kind);
const messages = (text: string): string[] => parseBicep(text).errors.map(it => it.message);

describe('broken text', () => {
  it.each([
    ['a missing value', 'var a =\nvar b = 1', 'an expression is missing', 2],
    [
      'an open brace',
      "resource a 'B/c@1' = {\n  name: 'a'\n\nvar b = 1\nvar c = 2",
      '`}` is missing',
      3,
    ],
    ['an open parenthesis', 'var a = f(1,\nvar b = 1', '`)` is missing', 2],
    ['an open string', "var a = 'b\nvar c = 1", 'the string has no end', 2],
    ['an open interpolation', "var a = 'b${c\nvar d = 1", 'the string has no end', 2],
    ['an operator at the end', 'var a = b &&\nvar c = 1', 'an expression is missing', 2],
    [
      'decorators after an open brace',
      'var a = {\n  b: 1\n@secure()\nparam p string',
      '`}` is missing',
      2,
    ],
    ['an unknown word', 'what is this\nvar a = 1', 'a declaration is missing', 1],
    [
      'a merge conflict',
      '<<<<<<< HEAD\nvar a = 1\n=======\nvar a = 2\n>>>>>>> b',
      'a declaration is missing',
      2,
    ],
    ['a property without colon', 'var a = {\n  b 1\n  c: 2\n}\nvar d = 1', '`:` is missing', 2],
    ['two values on a line', 'var a = 1 2\nvar b = 1', 'a line end is missing', 2],
    ['a strange character', 'var a = §\nvar b = 1', 'unexpected character', 2],
  ])('%s', (_, text, message, count) => {
    expect(messages(text)).toContain(message);
    expect(kinds(text)).toHaveLength(count);
  });

  it.each([
    ['(', ')'],
    ['[', ']'],
    ['{a:', '}'],
    ["'${", "}'"],
    ['!', ''],
    ['a?b:', ''],
    ['a+', ''],
    ['a.', ''],
    ['a!', ''],
    ['[for a in ', ''],
    ['a=>', ''],
    ['\0', ''],
  ])('is not troubled by many %j', (open, close) => {
    const text = `var x = ${open.repeat(30_000)}1${close.repeat(30_000)}\nvar y = 1`;
    expect(parseBicep(text).statements.length).toBeGreaterThan(0);
    parseBicep(`param x ${open.repeat(30_000)}`);
  });

  it('never throws and never leaves the text', () => {
    const piece = fc.constantFrom(
      ...[
        'var',
        'param',
        'resource',
        ' a ',
        "'",
        "'''",
        '$',
        '${',
        '}',
        '{',
        '[',
        ']',
        '(',
        ')',
        'for',
      ],
      ...[
        'in',
        ':',
        '=',
        '\n',
        '@',
        '...',
        '.',
        '?',
        '=>',
        '|',
        '//',
        '/*',
        '1',
        '\\',
        'if',
        '<',
        ',',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        const { statements, errors } = parseBicep(text);
        const isInside = [...statements, ...errors].every(
          it => it.start >= 0 && it.start <= it.end && it.end <= text.length,
        );
        expect(isInside).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
