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

/** What a container runs that is started by itself, where its image is not of this repository. */
it.each<readonly [string, readonly string[]]>([
  ['command: a "b c" $$D', ['scope in /a', 'command a b c $D']],
  ['command: "a $B ${C:-d}"', ['scope in /a', 'command a «<variable value>» «<variable value>»']],
  ['command: [sh, -c, "a b"]', ['scope in /a', 'bash a b']],
  ['entrypoint: [a, b], command: [c]', ['scope in /a', 'command a b c']],
  ['image: hashicorp/terraform, command: [apply]', ['scope in /a', 'command terraform apply']],
  ['image: x', []],
])('{ %s }', (service, expected) => {
  const { declarations } = extract(`services: { s: { ${service} } }`);
  const [task] = declarations.flatMap(it => (it.kind === 'routine' && it.title ? it : []));
  const lines = outline(task?.body ?? [])
    .replaceAll(/ at \d+/g, '')
    .split('\n');
  const [, second = lines.length] = lines.flatMap((it, at) => (it === 'either' ? at : []));
  const other = lines.findIndex(it => it.trim() === 'else');
  const shown = other < 0 || other > second ? [] : lines.slice(other + 1, second);
  expect(shown.map(it => it.trim())).toEqual(expected);
});

it('starts what stands in a file of the repository with what it is given', () => {
  const service =
    '{ build: { context: .., dockerfile: a/Dockerfile, args: [B=$C] }, environment: [D=1] }';
  const { declarations } = extract(`services: { s: ${service} }`);
  const [task] = declarations.flatMap(it => (it.kind === 'routine' && it.title ? it : []));
  expect(outline(task?.body ?? []).split('\n')).toEqual([
    'scope machine build argument B=coalesce(<variable C>, ?held by the platform (`C`)) build folder=/ kept as a/compose.yml s',
    '  run container-image join(/a/Dockerfile)',
    'either',
    '  scope machine D=1 as a/compose.yml s',
    '    command container()',
    'either',
    '  scope machine D=1 as a/compose.yml s',
    '    command container() elements(<argument @>)',
    '  else',
    '    scope in /a',
    '      command elements(<argument @>)',
  ]);
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
