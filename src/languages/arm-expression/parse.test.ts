//! Expressions of templates to trees, and the places of what is in them.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isArmExpression, parseArmExpression } from './parse.ts';
import type { ArmExpression } from './tree.ts';

const shown = (node: ArmExpression): string => {
  switch (node.kind) {
    case 'string':
      return JSON.stringify(node.text);
    case 'number':
      return node.text;
    case 'call':
      return `${node.name}(${node.args.map(shown).join(' ')})`;
    case 'member':
      return `${shown(node.of)}.${node.name}`;
    case 'index':
      return `${shown(node.of)}[${shown(node.key)}]`;
  }
};

describe('what is an expression', () => {
  it.each([
    ["[parameters('a')]", true],
    ["[[parameters('a')]", false],
    ["parameters('a')", false],
    ["[parameters('a')", false],
    ['[', false],
    ['', false],
  ])('%s: %s', (text, expected) => {
    expect(isArmExpression(text)).toBe(expected);
  });
});

describe('what an expression says', () => {
  it.each([
    ["[parameters('a')]", 'parameters("a")'],
    ["[ concat ( 'a' , -1.5,\n variables('b') ) ]", 'concat("a" -1.5 variables("b"))'],
    ['[resourceGroup().location]', 'resourceGroup().location'],
    ["[variables('a')['b'][0].c]", 'variables("a")["b"][0].c'],
    ["[contoso.name('it''s')]", 'contoso.name("it\'s")'],
    ["['']", '""'],
    ['[createArray()]', 'createArray()'],
  ])('%s', (text, expected) => {
    const { root, error } = parseArmExpression(text);
    expect(error).toBeUndefined();
    expect(root && shown(root)).toBe(expected);
  });

  it.each([
    ['[]', 'an expression is missing'],
    ["['a]", 'the string has no end'],
    ["[concat('a']", '`)` is missing'],
    ["[a('b') c]", 'something stands after the expression'],
    ['[true]', '`true` is no function call'],
    ['[a().]', 'the name of a member is missing'],
    ["[a()['b']", '`]` is missing'],
    [`[${'a('.repeat(300)}${')'.repeat(300)}]`, 'nested deeper than 200 levels'],
  ])('%.40s: %s', (text, message) => {
    expect(parseArmExpression(text)).toMatchObject({ root: undefined, error: { message } });
  });

  it('gives every stretch of a string its place', () => {
    const text = "[concat('it''s ', 'me')]";
    const { root } = parseArmExpression(text);
    const [first] = root?.kind === 'call' ? root.args : [];
    expect(first).toMatchObject({ kind: 'string', text: "it's " });
    const pieces = first?.kind === 'string' ? first.segments : [];
    expect(pieces.map(it => text.slice(it.host, it.host + it.length))).toEqual(["it'", 's ']);
  });

  it('never throws', () => {
    const letter = fc.constantFrom('[', ']', '(', ')', "'", ',', '.', 'a', '1', '-', ' ');
    fc.assert(
      fc.property(fc.array(letter), letters => void parseArmExpression(`[${letters.join('')}]`)),
    );
  });
});
