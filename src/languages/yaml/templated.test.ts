//! Directives in a YAML text: what is left of them, and where they stand.

import { expect, it } from 'vitest';
import { parseYaml } from './parse-yaml.ts';
import { withMarks, withoutTemplates } from './templated.ts';
import { childOf, scalarOf } from './tree.ts';

it.each([
  ['a: b', 'a: b'],
  ['a: {{ x }}', 'a: _______'],
  ['{{- if x }}\na: b\n{{ end }}', '           \na: b\n         '],
  ['a: "{{ x }}-{{ y }}"', 'a: "_______-_______"'],
  ['{{/* a\nb */}}c: 1', '      \n      c: 1'],
  ['a: {% if x %}b', 'a:           b'],
  ['%{ for a in b ~}\n- c\n', '                \n- c\n'],
  ['{b: {c: 1}}', '{b: {c: 1}}'],
  ['a: {{ x', 'a: {{ x'],
])('%j', (text, expected) => {
  expect(withoutTemplates(text).text).toBe(expected);
});

it('keeps the place of a value that is not known', () => {
  const source = 'a: x {{ .Values.b }} y';
  const { text, marks } = withoutTemplates(source);
  const scalar = scalarOf(childOf(parseYaml('a.yaml', text).documents[0], 'a'));
  const region = scalar && withMarks(scalar.region, marks);
  expect(region?.holes.map(it => [it.start, it.end, it.expression.at])).toEqual([
    [2, 17, { path: 'a.yaml', start: 5, end: 20 }],
  ]);
});
