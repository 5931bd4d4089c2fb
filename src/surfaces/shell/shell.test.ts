import { expect, it } from 'vitest';
import { sourceFile } from '../../domain/source-file.ts';
import { shell } from './shell.ts';

it.each([
  ['deploy.sh', '', true],
  ['scripts/Deploy.SH', '', true],
  ['a.bash', '', true],
  ['a.zsh', '', true],
  ['setup.command', '', true],
  ['bin/deploy', '#!/bin/bash', true],
  ['bin/deploy', '#!/usr/bin/env bash', true],
  ['bin/deploy', '#! /usr/bin/env -S bash -euo pipefail', true],
  ['bin/deploy', '#!/bin/sh -e', true],
  ['bin/deploy', '#!/usr/bin/env python3', false],
  ['bin/deploy', '', false],
  ['Makefile', '', false],
  ['deploy.ps1', '', false],
  ['deploy.sh.md', '', false],
])('%s that begins with %j: %s', (path, firstLine, isMatch) => {
  expect(shell.matches(path, firstLine)).toBe(isMatch);
});

it('reads a script as a routine that others run by its path', () => {
  const { declarations, problems } = shell.extract(
    sourceFile('deploy.sh', '#!/bin/bash\naz login\n'),
  );
  expect(problems).toEqual([]);
  expect(declarations).toMatchObject([
    {
      kind: 'routine',
      type: 'script',
      path: 'deploy.sh',
      body: [{ kind: 'command', at: { start: 12, end: 20 } }],
    },
  ]);
});

it('says where a broken script is broken', () => {
  const { problems } = shell.extract(
    sourceFile('deploy.sh', 'az login\nif true; then\n  az show\n'),
  );
  expect(problems).toMatchObject([{ at: { path: 'deploy.sh', start: 32 } }]);
  expect(problems[0]?.message).toMatch(/^not valid shell: /);
});

it.each([
  ['setup.zsh', ''],
  ['setup.sh', '#!/usr/bin/env zsh\n'],
])('says that %s is for zsh when it is not for bash too', (path, first) => {
  const { problems } = shell.extract(sourceFile(path, `${first}if [[ -n $x ]] {\n  az show\n}\n`));
  expect(problems.map(it => it.message)).toEqual(['written for zsh, whose own syntax is not read']);
});

it('believes the first line more than the ending', () => {
  const { declarations } = shell.extract(
    sourceFile('deploy.sh', '#!/usr/bin/env python3.12\nlogin()\n'),
  );
  expect(declarations).toMatchObject([{ body: [{ kind: 'script', language: 'python' }] }]);
});
