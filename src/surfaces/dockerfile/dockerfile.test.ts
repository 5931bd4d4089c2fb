//! Stages, variables, and where what is copied is found again.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import type { FileFacts, Routine } from '../../domain/facts.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { copiedBy, sourceFolder } from '../copies.ts';
import { dockerfile } from './dockerfile.ts';

const extract = (text: string, path = 'deploy/Dockerfile') =>
  dockerfile.extract(sourceFile(path, text));

const routines = ({ declarations }: FileFacts): readonly Routine[] =>
  declarations.flatMap(it => (it.kind === 'routine' && it.path.includes('#') ? it : []));

const shown = (text: string, type: string): readonly string[] =>
  routines(extract(`FROM a\n${text}`))
    .flatMap(it => (it.type === type ? outline(it.body).split('\n') : []))
    .map(it => it.trim())
    .filter(it => !/^(?:construct|cd|either|define|run container|built from|$)/.test(it));

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

it('starts by itself what no other stage begins as or copies from', () => {
  const text =
    'FROM a AS base\nRUN x\nFROM Base AS one\nRUN y\nFROM b AS tools\nFROM b\nCOPY --from=tools /a /b\n';
  const all = routines(extract(text));
  const alone = all.filter(it => it.type === 'container' && it.leftTo !== 'nobody');
  expect(alone.map(it => `${it.path}: ${it.title}`)).toEqual([
    'deploy/Dockerfile#one: build stage `one`',
    'deploy/Dockerfile#4: build stage `4`',
  ]);
  const built = (id: string): string =>
    outline(all.find(it => it.path.endsWith(id) && it.type === 'container-image')?.body ?? []);
  expect(built('#one')).toContain('scope in .\n  bash x\nscope in .\n  bash y');
  expect(built('#4')).toContain('scope machine\n  run container-image deploy/Dockerfile#tools');
});

it.each<readonly [string, readonly string[]]>([
  ['ENV A=1 B="x $A" C=\'$A\'', ['A=1', 'B=x «<variable A>»', 'C=$A']],
  ['ENV A b  c', ['A=b  c']],
  ['ENV A=${B:-x}', ['A=<variable B otherwise x>']],
  ['RUN a && b # c', ['scope in .', 'bash a && b || exit 1']],
  ['RUN ["a", "b c"]', ['scope in .', 'command a b c']],
  ['RUN ["sh", "-c", "a b"]', ['scope in .', 'bash a b']],
  ['SHELL ["pwsh", "-c"]\nRUN a', ['scope in .', 'powershell a']],
  ['WORKDIR /w\nCOPY src .\nRUN ./a.sh', ['scope in src', 'bash ./a.sh']],
  ['COPY a.sh /b/\nRUN /b/a.sh x', ['scope in .', 'bash «a.s»h x']],
  ['COPY --from=x /root/.azure /root/.azure', []],
])('%s', (text, expected) => {
  expect(shown(text, 'container-image')).toEqual(expected);
});

it.each<readonly [string, readonly string[], readonly string[]]>([
  ['ENTRYPOINT ["a"]\nCMD ["b"]', ['a b'], ['a elements(<argument @>)']],
  ['CMD ["a"]\nENTRYPOINT ["b"]', ['b'], ['b elements(<argument @>)']],
  ['CMD a\nCMD ["b", "c"]', ['b c'], ['elements(<argument @>)']],
  ['CMD a\nCMD b', ['bash b'], ['elements(<argument @>)']],
  ['ENTRYPOINT a\nCMD ["b"]', ['bash a'], []],
])('%s starts %j, and with arguments %j', (text, alone, given) => {
  const commands = shown(text, 'container').filter(it => !it.startsWith('scope'));
  expect(commands.map(it => it.replace(/^command /, ''))).toEqual([...alone, ...given]);
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
