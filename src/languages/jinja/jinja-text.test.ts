//! Texts with expressions in them, and what those mean.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { expressionText } from '../../../test/outline.ts';
import type { Expression } from '../../domain/expression.ts';
import { wholeFile } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import { conditionOf, expressionOf } from './jinja-text.ts';

const names = (name: string, at: Span): Expression => ({
  kind: 'reference',
  space: 'variable',
  name: `{{ ${name} }}`,
  at,
});

const read = (text: string): string =>
  expressionText(expressionOf(wholeFile('a.yml', text), names));

it.each([
  ['plain', 'plain'],
  ['{{ a }}', '<variable {{ a }}>'],
  ['{{a}}', '<variable {{ a }}>'],
  ['{{- a -}}', '<variable {{ a }}>'],
  ['x{{ a }}y{{ b }}', 'x«<variable {{ a }}>»y«<variable {{ b }}>»'],
  ['{{ a.b }}', '<variable {{ a }}>.b'],
  ["{{ a['b'].c[0] }}", '<variable {{ a }}>.b.c.0'],
  ["{{ lookup('env', 'AZURE_USER') }}", '<variable AZURE_USER>'],
  ["{{ lookup('ansible.builtin.env', 'X', default='y') | trim }}", 'trim(<variable X>)'],
  ["{{ lookup('ENV','X') | default('y', true) }}", '<variable X otherwise y>'],
  ['{{ ansible_env.HOME }}', '<variable HOME>'],
  ["{{ a | default('}}') }}", '<variable {{ a }} otherwise }}>'],
  ['{{ a | default(omit) }}', '<variable {{ a }} otherwise >'],
  ['{{ a.b | d(c) }}', 'coalesce(<variable {{ a }}>.b, <variable {{ c }}>)'],
  ["{{ a ~ '-' ~ b }}", 'join(<variable {{ a }}> + - + <variable {{ b }}>)'],
  ["{{ 'x' if a == 'b' else 'y' }}", '(x | y)'],
  ['{{ a or b }}', '(<variable {{ a }}> | <variable {{ b }}>)'],
  ["{{ ['a', 'b'] | join(' ') }}", 'join( , [a, b])'],
  ['{{ a | ansible.builtin.string }}', '<variable {{ a }}>'],
  ['{{ a | password_hash(1) }}', '?not evaluated (`a | password_hash(1)`)'],
  ["{{ hostvars[host]['x'] }}", '?not evaluated (`hostvars[host]`).x'],
  ['{{ a.stdout.split(",")[0] }}', '?not evaluated (`a.stdout.split(",")`).0'],
  ['{{ a is defined and not b }}', '?not evaluated (`a is defined and not b`)'],
  ['{{ lookup("file", x) }}', '?not evaluated (`lookup("file", x)`)'],
  ['{{ a ? b }}', '?not evaluated (`a ? b`)'],
  ['a{# note #}b{% if c %}d{% endif %}', 'a«»b«»d«»'],
  ['{{ a', '{{ a'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected);
});

it.each([
  ["a == 'b'", true],
  ['a != "b"', false],
  ['a is defined', undefined],
  ["a == 'b' and c", undefined],
  ['', undefined],
])('%s decides: %s', (text, isEqual) => {
  expect(conditionOf(wholeFile('a.yml', text), names)).toEqual(
    isEqual === undefined ? undefined : expect.objectContaining({ isEqual }),
  );
});

it('reads whatever there is', () => {
  const pieces = [
    '{{',
    '}}',
    'a',
    '.',
    '|',
    'default',
    '(',
    ')',
    '[',
    ']',
    "'",
    '"',
    ' if ',
    ' or ',
    '~',
    '1',
    '{%',
    '%}',
    ',',
    '=',
    ' not ',
    "lookup('env'",
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void read(`{{${text}}}`)));
  expect(() => read(`{{ ${'('.repeat(100_000)} }}`)).not.toThrow();
});
