//! The JSON reader against `JSON.parse`, on what is wider than it, and on broken text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf } from '../../domain/region.ts';
import { parseJson } from './parse.ts';
import { regionOf } from './region.ts';
import { type JsonNode, valueNamed } from './tree.ts';

const plain = (node: JsonNode | undefined): unknown => {
  switch (node?.kind) {
    case undefined:
      return undefined;
    case 'object':
      return Object.fromEntries(node.members.map(it => [it.name.value, plain(it.value)]));
    case 'array':
      return node.items.map(plain);
    case 'null':
      return null;
    case 'string':
    case 'number':
    case 'boolean':
      return node.value;
  }
};

const messages = (text: string): string[] => parseJson(text).errors.map(it => it.message);

describe('what JSON.parse reads', () => {
  it('reads as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), undefined, indent);
        const { root, errors } = parseJson(text);
        expect(errors).toEqual([]);
        expect(plain(root)).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  it('says an error wherever JSON.parse throws, unless it is one of the extensions', () => {
    const letter = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      'a',
      '1',
      '-',
      'true',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), letters => {
        const text = letters.join('');
        const isTolerated = /,\s*[}\]]/.test(text);
        expect(messages(text).length === 0 || isTolerated).toBe(isJson(text) || isTolerated);
      }),
      { numRuns: 500 },
    );
  });

  it('gives every stretch of a string its place', () => {
    const unit = fc.constantFrom('a', ' ', '"', '\\', '/', '\n', '\0', '\u2028', 'ü', '\u{1f600}');
    fc.assert(
      fc.property(fc.string({ unit }), value => {
        const text = ` ${JSON.stringify(value)}`;
        const { root } = parseJson(text);
        if (root?.kind !== 'string') throw new Error('not a string');
        expect(root.value).toBe(value);
        const isVerbatim = root.segments.every(
          ({ guest, host, length }) =>
            text.slice(host, host + length) === value.slice(guest, guest + length),
        );
        expect(isVerbatim).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('what is wider than JSON', () => {
  it.each([
    ['line comments', '// a\n{ "a": 1 // b\n}', { a: 1 }],
    ['block comments', '{ /* a */ "a": /* b */ 1, /* c */ }', { a: 1 }],
    ['trailing commas', '{ "a": [1, 2,], }', { a: [1, 2] }],
    ['a line end in a string', '{ "a": "one\ntwo" }', { a: 'one\ntwo' }],
    ['a comment next to a bare word', '[true//x\n,1/* y */]', [true, 1]],
  ])('reads %s', (_, text, value) => {
    const { root, errors } = parseJson(text);
    expect(errors).toEqual([]);
    expect(plain(root)).toEqual(value);
  });

  it('keeps double names and `__proto__` as members, and the last one counts', () => {
    const { root } = parseJson('{ "__proto__": { "polluted": 1 }, "a": 1, "a": 2 }');
    expect(root?.kind === 'object' && root.members.map(it => it.name.value)).toEqual([
      '__proto__',
      'a',
      'a',
    ]);
    expect(plain(valueNamed(root, 'a'))).toBe(2);
    expect(valueNamed(root, 'toString')).toBeUndefined();
  });
});

describe('holes of a template around the text', () => {
  const readHoles = (text: string) => {
    const holes = [...text.matchAll(/\$\{[^}]*\}/g)].map(it => ({
      start: it.index,
      end: it.index + it[0].length,
    }));
    return parseJson(text, holes);
  };

  it.each([
    ['{ "a": "${x["k"]}", "b": 1 }', { a: '${x["k"]}', b: 1 }],
    ['{ "a": "x ${f("\\n")} y\\n" }', { a: 'x ${f("\\n")} y\n' }],
    ['{ "a": ${f("k", [1])}, "b": 1 }', { a: '${f("k", [1])}', b: 1 }],
    ['[1${x["k"]}2, true]', ['1${x["k"]}2', true]],
    ['${f("k")}', '${f("k")}'],
  ])('%s', (text, value) => {
    const { root, errors } = readHoles(text);
    expect(errors).toEqual([]);
    expect(plain(root)).toEqual(value);
  });

  it('passes over them where it is too deep', () => {
    const deep = `${'['.repeat(210)}"\${x["k"]}", \${f("]")}${']'.repeat(210)}`;
    expect(readHoles(deep).errors.map(it => it.message)).toEqual(['nested deeper than 200 levels']);
  });
});

describe('broken text', () => {
  it.each([
    ['', 'a value is missing', undefined],
    ['{ "a": 1', '`{` is not closed', { a: 1 }],
    ['[1, 2}', '`[` is not closed', [1, 2]],
    ['{ "a": 1 "b": 2 }', 'a comma is missing', { a: 1, b: 2 }],
    ['{ "a": 1,, "b": 2 }', 'a comma too many', { a: 1, b: 2 }],
    ['{ "a" 1, "b": 2 }', 'a colon is missing', { b: 2 }],
    ['{ "a": , "b": 2 }', 'a value is missing', { b: 2 }],
    ["{ 'a': 1 }", 'a string stands in double quotes', { a: 1 }],
    ['{ a: 1 }', 'a property name stands in double quotes', { a: 1 }],
    ['{ "a": count, "b": 2 }', 'this is no JSON value', { b: 2 }],
    ['"a', 'the string has no end', 'a'],
    ['"\\q"', 'an unknown escape', 'q'],
    ['"\\u12"', '`\\u` without four hexadecimal digits', 'u12'],
    ['1 /* a', 'the comment has no end', 1],
    ['1 2', 'something stands after the value', 1],
    ['01', 'this is no JSON value', undefined],
  ])('%j: %s', (text, message, value) => {
    const { root, errors } = parseJson(text);
    expect(errors.map(it => it.message)).toContain(message);
    expect(plain(root)).toEqual(value);
  });

  it('never throws, however deep or odd the text is', () => {
    expect(messages('['.repeat(100_000))).toContain('nested deeper than 200 levels');
    expect(messages('{"a":'.repeat(100_000))).toContain('nested deeper than 200 levels');
    const deep = `[${'['.repeat(300)}"]"${']'.repeat(300)}, 1]`;
    expect(messages(deep)).toEqual(['nested deeper than 200 levels']);
    fc.assert(fc.property(fc.string({ unit: 'binary-ascii' }), text => void parseJson(text)));
  });
});

it('turns a string into a region with places', () => {
  const text = '{ "run": "echo \\"hi\\"\\naz login" }';
  const node = valueNamed(parseJson(text).root, 'run');
  if (node?.kind !== 'string') throw new Error('not a string');
  const region = regionOf('a.json', node);
  expect(region.text).toBe('echo "hi"\naz login');
  const { start, end } = spanOf(region, region.text.indexOf('az'), region.text.length);
  expect(text.slice(start, end)).toBe('az login');
});
