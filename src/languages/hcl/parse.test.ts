//! The HCL reader on what it must read, on places, and on broken text.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constants, DOCUMENTS, valuesOf } from './documents.test-data.ts';
import { parseHcl } from './parse.ts';
import type { HclBlock, HclExpression } from './tree.ts';

const messages = (text: string): string[] => parseHcl(text).errors.map(it => it.message);

const firstValue = (text: string): HclExpression | undefined =>
  parseHcl(`x = ${text}\n`).body.attributes[0]?.value;

const heads = (text: string): string[] =>
  parseHcl(text).body.blocks.map(it => [it.type, ...it.labels.map(label => label.value)].join(' '));

describe('values', () => {
  it.each([
    ['x = "a\\tb\\u00e9\\"c"', { x: 'a\tbé"c' }],
    ['x = "$${HOME} %%{if}"', { x: '${HOME} %{if}' }],
    ['x = <<EOT\n  a\n b\nEOT\n', { x: '  a\n b\n' }],
    ['x = <<-EOT\n    a\n\n      b\n  EOT\n', { x: 'a\n\n  b\n' }],
    ['x = <<-EOT\n    a\n  ${b}c\n  EOT\n', { x: '  a\n${b}c\n' }],
    ['x = <<EOT\nEOT2\n EOT \n', { x: 'EOT2\n' }],
    ['x = <<EOT\r\na\r\nEOT\r\ny = 1\r\n', { x: 'a\r\n', y: 1 }],
    ['x = "a ${~ b ~} c"', { x: 'a${~ b ~}c' }],
    ['x = "%{ if a }yes%{ else }no%{ endif }"', { x: 'yesno' }],
    ['x = "${jsonencode({ a = "}" })}"', { x: '${jsonencode({ a = "}" })}' }],
    ['x = [1, 2.5, -3e2,]', { x: [1, 2.5, -300] }],
    ['x = { a = 1, "b c" : true\n d = null }', { x: { a: 1, 'b c': true, d: null } }],
    ['x = { for = 1 }', { x: { for: 1 } }],
    ['\ufeffx = 1', { x: 1 }],
  ])('%j', (text, value) => {
    expect(messages(text)).toEqual([]);
    expect(valuesOf(text)).toEqual(value);
  });

  it.each([
    ['a.b[0].c', 'access'],
    ['a.*.b', 'access'],
    ['a[*].b.0', 'access'],
    ['f(a, b...)', 'call'],
    ['provider::x::y()', 'call'],
    ['a ? b : c', 'conditional'],
    ['(a\n+ b)', 'parentheses'],
    ['[for a in b : a if c]', 'for'],
    ['{for k, v in b : k => v...}', 'for'],
    ['!a', 'unary'],
    ['a == b || c <= d', 'operation'],
    ['a % b', 'operation'],
  ])('reads `%s` as %s', (text, kind) => {
    expect(messages(`x = ${text}\n`)).toEqual([]);
    expect(firstValue(text)?.kind).toBe(kind);
  });

  it('keeps precedence and chains flat', () => {
    expect(firstValue('a + b - c * d && e')).toMatchObject({
      operators: ['&&'],
      operands: [{ operators: ['+', '-'], operands: [{}, {}, { operators: ['*'] }] }, {}],
    });
    expect(firstValue('a.b[c].*')).toMatchObject({
      of: { name: 'a' },
      steps: [{ kind: 'attribute', name: 'b' }, { kind: 'index' }, { kind: 'splat' }],
    });
  });
});

describe('places', () => {
  it('gives every stretch of a decoded string its place', () => {
    fc.assert(
      fc.property(constants, text => {
        const { body, errors } = parseHcl(text);
        expect(errors).toEqual([]);
        for (const { name, start, nameEnd, value } of body.attributes) {
          expect(text.slice(start, nameEnd)).toBe(name);
          if (value.kind !== 'template') continue;
          for (const { guest, host, length } of value.segments) {
            expect(text.slice(host, host + length)).toBe(value.text.slice(guest, guest + length));
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('says where heads, comments and holes stand', () => {
    const text = 'a "b" c { # d\n  e = "f${g}"\n}\n';
    const { body, comments } = parseHcl(text);
    const [block] = body.blocks;
    expect(block && text.slice(block.start, block.headEnd)).toBe('a "b" c');
    expect(comments.map(it => text.slice(it.start, it.end))).toEqual(['# d']);
    expect(block?.body.attributes[0]?.value).toMatchObject({ holes: [{ start: 1, end: 5 }] });
  });
});

describe('broken text', () => {
  it.each([
    ['x = \ny = 1', 'an expression is missing', { x: '<missing>', y: 1 }],
    ['x = "a\ny = 1', 'the string has no end', { x: 'a', y: 1 }],
    ['x = [1, 2\ny = 1', 'a comma is missing', { x: [1, 2] }],
    ['x = 1 2\ny = 1', 'a new line is missing', { x: 1, y: 1 }],
    ['x = "${a"\ny = 1', '`${` is not closed', { x: '${a', y: 1 }],
    ['x = "\\q"\ny = 1', 'an unknown escape', { x: '', y: 1 }],
    ['<<<<<<< HEAD\ny = 1', 'an argument or block is expected', { y: 1 }],
    ['}\ny = 1', 'a `}` too many', { y: 1 }],
    ['x "y"\ny = 1', 'a `{` or `=` is missing', { y: 1 }],
    ['x = a ? b\ny = 1', 'a colon is missing in `… ? … : …`', { x: '<conditional>', y: 1 }],
    ['x = {{ name }}\ny = 1', '`=` is missing in the object', { x: {}, y: 1 }],
  ])('%j: %s', (text, message, values) => {
    expect(messages(text)).toContain(message);
    expect(valuesOf(text)).toEqual(values);
  });

  it.each([
    'provider "azurerm" {\n  use_cli = true\n',
    'provider "azurerm" {\n  features {\n}\n',
    'locals {\n  a = {\n    b = 1\n}\n',
    'locals {\n  a = [\n    1,\n}\n',
    'locals {\n  a = f(1,\n}\n',
    'locals {\n  a = <<EOT\n  text\n}\n',
    'locals {\n  a = "${b\n}\n',
  ])('%j loses no block below', broken => {
    const first = heads(broken)[0];
    expect(heads(`${broken}${DOCUMENTS[0]}`)).toEqual([
      first,
      'resource azurerm_key_vault main',
      'output id',
    ]);
  });

  it('reads a text without indentation by its braces alone', () => {
    const text = 'a "b" {\nc "d" {\ne = 1\n}\n}\n';
    const [block]: readonly HclBlock[] = parseHcl(text).body.blocks;
    expect(block?.body.blocks.map(it => it.type)).toEqual(['c']);
  });

  it('never throws, however deep or odd the text is', () => {
    for (const opening of ['[', '{ a = ', '(', '"${', 'a {\n', 'f(', '[for a in ', 'a ? ', '-(']) {
      const text = `x = ${opening.repeat(400)}`;
      expect(parseHcl(text).errors.length).toBeGreaterThan(0);
      expect(parseHcl(opening.repeat(400)).errors.length).toBeGreaterThan(0);
    }
    const alphabet = [
      '{',
      '}',
      '[',
      ']',
      '"',
      '${',
      '%{',
      '<<A\n',
      '\n',
      'a',
      '=',
      '.',
      '?',
      '/*',
      '~',
      '\\',
    ];
    const odd = fc.array(fc.constantFrom(...alphabet), { maxLength: 60 }).map(it => it.join(''));
    fc.assert(fc.property(odd, text => void parseHcl(text)));
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => void parseHcl(text)));
  });

  it('takes time in proportion to the text', () => {
    const pieces = [
      'a "b" {\n x = <<A\n',
      '/* ',
      '"${"',
      'x = [\n',
      'x = <<A\n',
      'a.b',
      '${~ ',
      '!',
      'a = f(\nb {',
    ];
    for (const piece of pieces) {
      const started = performance.now();
      parseHcl(piece.repeat(3000));
      expect(performance.now() - started).toBeLessThan(20_000);
    }
  });
});
