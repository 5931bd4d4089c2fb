//! Stages, variables, and where what is copied is found again.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { copiedBy, sourceFolder } from '../copies.ts';
import { dockerfile } from './dockerfile.ts';

const extract = (text: string, path = 'deploy/Dockerfile') =>
  dockerfile.extract(sourceFile(path, text));

const shown = (text: string): readonly string[] =>
  outline(extract(`FROM a\n${text}`).pipelines[0]?.body ?? [])
    .split('\n')
    .map(it => it.trim());

it.each([
  ['Dockerfile', true],
  ['a/Dockerfile.prod', true],
  ['a/dockerfile-dev', true],
  ['web.dockerfile', true],
  ['Containerfile', true],
  ['docs/Dockerfile.md', false],
  ['Dockerfiles/a.txt', false],
])('%s: %s', (path, expected) => {
  expect(dockerfile.matches(path, '')).toBe(expected);
});

it('starts with every stage that no other begins as', () => {
  const text = 'FROM a AS base\nRUN x\nFROM Base AS one\nRUN y\nFROM b\nRUN z\n';
  const { pipelines } = extract(text);
  expect(pipelines.map(it => `${it.id}: ${it.title}`)).toEqual([
    'one: build stage `one`',
    '3: build stage `3`',
  ]);
  expect(outline(pipelines[0]?.body ?? [])).toBe(
    'scope in /deploy\n  bash x\nscope in /deploy\n  bash y',
  );
});

it.each<readonly [string, readonly string[]]>([
  ['ENV A=1 B="x $A" C=\'$A\'', ['A=1', 'B=x «<variable A>»', 'C=$A']],
  ['ENV A b  c', ['A=b  c']],
  ['ENV A=${B:-x}', ['A=<variable B otherwise x>']],
  ['RUN a && b # c', ['scope in /deploy', 'bash a && b || exit 1']],
  ['RUN ["a", "b c"]', ['scope in /deploy', 'command a b c']],
  ['RUN ["sh", "-c", "a b"]', ['scope in /deploy', 'bash a b']],
  ['SHELL ["pwsh", "-c"]\nRUN a', ['scope in /deploy', 'powershell a']],
  ['WORKDIR /w\nCOPY src .\nRUN ./a.sh', ['scope in /deploy/src', 'bash ./a.sh']],
  ['COPY a.sh /b/\nRUN /b/a.sh x', ['scope in /deploy', 'bash «a.s»h x']],
  ['COPY --from=x /root/.azure /root/.azure', ['']],
  ['ENTRYPOINT ["a"]\nCMD ["b"]', ['scope `ENTRYPOINT` in /deploy', 'command a b']],
  ['ENTRYPOINT a\nCMD ["b"]', ['scope `ENTRYPOINT` in /deploy', 'bash a']],
  ['CMD a\nCMD b', ['scope `CMD` in /deploy', 'bash b']],
])('%s', (text, expected) => {
  expect(shown(text).filter(it => !it.startsWith('construct'))).toEqual(expected);
});

it.each([
  [['.'], '/app', '/app/x', 'x'],
  [['src/'], './', '/w', 'src'],
  [['scripts'], '/opt/', '/opt', 'scripts'],
  [['scripts/*.sh'], '/opt', '/opt', 'scripts'],
  [['a.sh'], '/opt/', '/opt', undefined],
])('%j copied to %s: %s is %s', (sources, target, folder, expected) => {
  expect(sourceFolder(folder, copiedBy(sources, target, '/w'))).toBe(expected);
});

it('reads whatever there is', () => {
  const pieces = [
    'FROM a AS b\n',
    'RUN ',
    '["',
    '"]',
    'ENV A=',
    '${',
    '$A',
    "'",
    '\\\n',
    '\n',
    '<<E',
    'COPY . /x',
    'CMD ',
  ];
  const odd = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(it => it.join(''));
  fc.assert(fc.property(odd, text => void extract(text)));
});
