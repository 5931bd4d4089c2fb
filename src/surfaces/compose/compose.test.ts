//! Which files are compose files, and what a service starts.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { compose } from './compose.ts';

const extract = (text: string, path = 'a/compose.yml') => compose.extract(sourceFile(path, text));

it.each([
  ['compose.yaml', true],
  ['a/docker-compose.yml', true],
  ['docker-compose.dev.yml', true],
  ['compose.override.yaml', true],
  ['docker-compose-test.yml', true],
  ['decompose.yml', false],
  ['compose/web.yml', false],
])('%s: %s', (path, expected) => {
  expect(compose.matches(path, '')).toBe(expected);
});

it.each<readonly [string, readonly string[]]>([
  ['command: a "b c" $$D', ['scope machine in /a', '  command a b c $D']],
  [
    'command: "a $B ${C:-d}"',
    [
      'scope machine in /a',
      '  command a «?held by the platform (`B`)» «(d | ?held by the platform (`C`))»',
    ],
  ],
  ['command: [sh, -c, "a b"]', ['scope machine in /a', '  bash a b']],
  ['entrypoint: [a, b], command: [c]', ['scope machine in /a', '  command a b c']],
  [
    'image: hashicorp/terraform, command: [apply]',
    ['scope machine in /a', '  command terraform apply'],
  ],
  ['image: x', []],
])('{ %s }', (service, expected) => {
  const [pipeline] = extract(`services: { s: { ${service} } }`).pipelines;
  const lines = pipeline ? outline(pipeline.body).split('\n') : [];
  expect(lines.map(it => it.replaceAll(/<|>/g, ''))).toEqual(expected);
});

it('reads whatever there is', () => {
  const pieces = [
    'services:\n',
    ' a:\n',
    '  command: x\n',
    '  environment:\n',
    '   - A=$B\n',
    '   A: ${B\n',
    '  volumes: [a:b, ./c:/d]\n',
    '  env_file: e\n',
    '{',
    '- ',
    '\n',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 25 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void extract(text)));
});
