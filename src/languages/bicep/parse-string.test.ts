//! Bicep strings: decoded text, the places of its stretches, interpolations.

import { describe, expect, it } from 'vitest';
import { literal } from '../../domain/literal.ts';
import { spanOf } from '../../domain/region.ts';
import { parseBicep } from './parse.ts';
import { regionOf } from './region.ts';
import type { StringNode } from './tree.ts';

function stringIn(text: string): StringNode {
  const [statement] = parseBicep(`var x = ${text}`).statements;
  if (statement?.kind !== 'variable' || statement.value.kind !== 'string') {
    throw new Error('no string');
  }
  return statement.value;
}

describe('decoded text', () => {
  it.each([
    ["''", ''],
    ["'a'", 'a'],
    ["'it\\'s \\\\ \\n \\r \\t'", "it's \\ \n \r \t"],
    ["'\\u{1f600}\\u{41}'", '\u{1f600}A'],
    ["'\\${a} $ $a'", '${a} $ $a'],
    ["'a${b}c${d}'", 'a${b}c${d}'],
    ["'\\'${b}\\''", "'${b}'"],
    ["''''''", ''],
    ["'''a'''", 'a'],
    ["'''\r\na\r\n'''", 'a\r\n'],
    ["'''\n\na\\n'''", '\na\\n'],
    ["'''it''s ${a}'''", "it''s ${a}"],
    ["''''a''''", "'a'"],
    ["$'''a ${b} $c'''", 'a ${b} $c'],
    ["$$'''${a} $${b} $$${c}'''", '${a} $${b} $$${c}'],
  ])('%j', (text, decoded) => {
    expect(stringIn(text).text).toBe(decoded);
  });
});

describe('interpolations', () => {
  it.each([
    ["'a${b}c${d}'", ['${b}', '${d}']],
    ["'a${ 'b${c}' }'", ["${ 'b${c}' }"]],
    ["$'''${a}\n$b ${c}'''", ['${a}', '${c}']],
    ["$$'''${a} $${b} $$${c}'''", ['$${b}', '$${c}']],
    ["'''${a}'''", []],
  ])('%j', (text, holes) => {
    const node = stringIn(text);
    expect(node.holes.map(it => node.text.slice(it.start, it.end))).toEqual(holes);
  });
});

it('gives every stretch of text its place', () => {
  const text = "var x = 'echo \\'hi\\'\\n${a} az login'";
  const [statement] = parseBicep(text).statements;
  if (statement?.kind !== 'variable' || statement.value.kind !== 'string') {
    throw new Error('no string');
  }
  const region = regionOf('main.bicep', statement.value, it =>
    literal('value', { path: 'main.bicep', start: it.start, end: it.end }),
  );
  const start = region.text.indexOf('az login');
  const span = spanOf(region, start, start + 'az login'.length);
  expect(text.slice(span.start, span.end)).toBe('az login');
  for (const { guest, host, length } of region.segments) {
    expect(text.slice(host, host + length)).toBe(region.text.slice(guest, guest + length));
  }
  expect(region.holes.map(it => it.expression.at.start)).toEqual([text.indexOf('a} az')]);
});
