//! Every style of scalar keeps its places, and hostile files stay bounded.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYaml } from './parse-yaml.ts';
import { childOf, entriesOf, itemsOf, textOf, type YamlNode, type YamlScalar } from './tree.ts';

const rootOf = (text: string): YamlNode | undefined => parseYaml('a.yml', text).documents[0];

function scalarsOf(node: YamlNode): readonly YamlScalar[] {
  switch (node.kind) {
    case 'scalar':
      return [node];
    case 'sequence':
      return node.items.flatMap(scalarsOf);
    case 'mapping':
      return node.entries.flatMap(entry => [entry.key, ...scalarsOf(entry.value)]);
  }
}

/** Each segment's characters are the file's, segments do not overlap, and all of a text but white space and escapes is in one. */
function expectExact(source: string, node: YamlNode): void {
  for (const { region, text } of scalarsOf(node)) {
    let covered = 0;
    let after = 0;
    for (const { guest, host, length } of region.segments) {
      expect(text.slice(guest, guest + length)).toBe(source.slice(host, host + length));
      expect(guest).toBeGreaterThanOrEqual(after);
      after = guest + length;
      covered += length;
    }
    const spaces = text.match(/[ \n]/g)?.length ?? 0;
    if (!source.includes('\\')) expect(covered).toBeGreaterThanOrEqual(text.length - spaces);
  }
}

const STYLES: readonly (readonly [string, string, string])[] = [
  ['plain', 'run: az login -u 😀 x', 'az login -u 😀 x'],
  ['plain on lines', 'run: az login\n  -u x\n\n  -p y\n', 'az login -u x\n-p y'],
  ['single', "run: 'it''s 😀 a''b'", "it's 😀 a'b"],
  ['single on lines', "run: 'a \n   b\n\n  c '\n", 'a b\nc '],
  ['double', 'run: "a\\tb \\"q\\" \\u00e9 \\x41 \\U0001F600 é"', 'a\tb "q" é A 😀 é'],
  ['double on lines', 'run: "a \\\n   b\n   c\n\n   d"\n', 'a b c\nd'],
  ['literal', 'run: |\n  a\n    b\n\n  c 😀\n', 'a\n  b\n\nc 😀\n'],
  ['literal strip', 'run: |-\n  a\n  b\n\n', 'a\nb'],
  ['literal keep', 'run: |+\n  a\n\n\nnext: x\n', 'a\n\n\n'],
  ['literal indicator', 'run: |2\n    a\n  b\n', '  a\nb\n'],
  ['literal with a tab', 'run: |\n  a\n  \tb\n', 'a\n\tb\n'],
  ['literal with a comment', 'run: | # why\n  a\n  # b\n', 'a\n# b\n'],
  ['literal at the end', 'run: |\n  a', 'a\n'],
  ['folded', 'run: >\n  a\n  b\n\n  c\n', 'a b\nc\n'],
  ['folded strip', 'run: >-\n  a\n  b\n', 'a b'],
  ['folded keep', 'run: >+\n  a\n  b\n\nnext: x\n', 'a b\n\n'],
  ['folded with indented', 'run: >\n  a\n    b\n    c\n  d\n', 'a\n  b\n  c\nd\n'],
  ['folded, empty around indented', 'run: >\n  a\n\n    b\n\n  c\n', 'a\n\n  b\n\nc\n'],
  ['folded, empty at first', 'run: >\n\n  a\n  b\n', '\na b\n'],
];

describe('scalars', () => {
  for (const [name, source, value] of STYLES) {
    for (const lineEnd of ['\n', '\r\n']) {
      it(`${name} with ${JSON.stringify(lineEnd)} keeps its places`, () => {
        const text = source.replaceAll('\n', lineEnd);
        const root = rootOf(text);
        expect(textOf(childOf(root, 'run'))).toBe(value);
        if (root) expectExact(text, root);
      });
    }
  }

  it('of any style keep their places', () => {
    const word = fc.stringMatching(/^[a-z😀é"'#:\\\t|>-]{1,6}$/u);
    const line = fc.oneof(
      { weight: 4, arbitrary: fc.array(word, { maxLength: 4 }).map(it => it.join(' ')) },
      fc.constantFrom('', '  x', '\tx', '   ', 'x  '),
    );
    const lines = fc.array(line, { minLength: 1, maxLength: 6 });
    const header = fc.constantFrom('|', '|-', '|+', '>', '>-', '>+', '|2', '>2', "'", '"', '');
    fc.assert(
      fc.property(lines, header, fc.constantFrom('\n', '\r\n'), (body, style, lineEnd) => {
        const isBlock = /^[|>]/.test(style);
        const open = isBlock ? `${style}\n  ` : style;
        const inside = style === "'" ? body.map(it => it.replaceAll("'", "''")) : body;
        const source = `k: ${open}${inside.join('\n  ')}${isBlock ? '\n' : style}\nz: 1\n`;
        const text = source.replaceAll('\n', lineEnd);
        const { documents, errors } = parseYaml('a.yml', text);
        const [root] = documents;
        if (!root || errors.length > 0) return;
        expectExact(text, root);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('parseYaml', () => {
  it('gives scalars as they are spelled', () => {
    const root = rootOf('on: push\nyes: 1.10\nempty:\n');
    expect(entriesOf(root).map(it => [it.key.text, textOf(it.value)])).toEqual([
      ['on', 'push'],
      ['yes', '1.10'],
      ['empty', ''],
    ]);
  });

  it('follows aliases and merge keys; what stands there wins', () => {
    const root = rootOf('a: &a {x: 1, y: 2}\nb:\n  <<: *a\n  y: 3\nc: *a\n');
    expect(entriesOf(childOf(root, 'b')).map(it => [it.key.text, textOf(it.value)])).toEqual([
      ['y', '3'],
      ['x', '1'],
    ]);
    expect(textOf(childOf(childOf(root, 'c'), 'y'))).toBe('2');
  });

  it('reads several documents and leaves out empty ones', () => {
    expect(parseYaml('a.yml', 'a: 1\n---\n---\nb: 2\n').documents).toHaveLength(2);
    expect(parseYaml('a.yml', '# nothing\n').documents).toHaveLength(0);
  });

  it('reads on after an error and says where it is', () => {
    const { documents, errors } = parseYaml('a.yml', 'a: [1\nb: 2\nc: "x\n');
    expect(documents.length).toBeGreaterThan(0);
    expect(errors[0]?.message).toMatch(/^not valid YAML: /);
  });

  it('says inside the text what is missing at its end', () => {
    for (const text of ['a: [', 'a: [b', 'a: {b: "c', '- {']) {
      const ends = parseYaml('a.yml', text).errors.map(it => it.at.end);
      expect(Math.max(...ends)).toBe(text.length);
    }
  });

  it('keeps duplicate keys', () => {
    const root = rootOf('a: 1\na: 2\n');
    expect(entriesOf(root)).toHaveLength(2);
    expect(textOf(childOf(root, 'a'))).toBe('2');
  });

  const bomb = `a0: &a0 [1]\n${Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`).join('\n')}\n`;
  const hostile: readonly (readonly [string, string, RegExp])[] = [
    ['an alias bomb', bomb, /too large/],
    ['an alias of nothing', 'a: *b\n', /stands for nothing|Unresolved/],
    ['an alias of itself', 'a: &a [*a]\n', /stands for nothing|Unresolved/],
    ['deep flow collections', '['.repeat(100_000), /nested deeper/],
    ['deep compact lists', '- '.repeat(100_000), /nested deeper/],
    ['deep lists of keys', '? '.repeat(100_000), /nested deeper/],
    ['a large file', 'a'.repeat(1_000_001), /larger than/],
    [
      'deep mappings',
      Array.from({ length: 300 }, (_, it) => `${' '.repeat(it)}a:`).join('\n'),
      /nested deeper/,
    ],
  ];
  for (const [name, text, message] of hostile) {
    it(`bounds ${name}`, () => {
      const { errors } = parseYaml('a.yml', text);
      expect(errors.map(it => it.message).join('\n')).toMatch(message);
    });
  }

  it('never throws', () => {
    const token = fc.constantFrom(
      '- ',
      ': ',
      '? ',
      '\n',
      '  ',
      '|',
      '>',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '&a ',
      '*a',
      '!t ',
      '#',
      '---\n',
      '\\',
      '\t',
      '<<',
      'x',
      '%',
      '\r',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 40 }), tokens => {
        const text = tokens.join('');
        for (const root of parseYaml('a.yml', text).documents) itemsOf(root);
      }),
      { numRuns: 1500 },
    );
  });
});
