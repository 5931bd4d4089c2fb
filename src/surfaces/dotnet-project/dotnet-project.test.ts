//! Which files are projects, and what a project is made of.

import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sourceFile } from '../../domain/source-file.ts';
import { dotnetProject } from './dotnet-project.ts';

const shown = (text: string): readonly string[] =>
  dotnetProject
    .extract(sourceFile('app/App.csproj', text))
    .declarations.flatMap(it => (it.kind === 'routine' ? outline(it.body).split('\n') : []));

it('is told by its name', () => {
  const names = ['App.csproj', 'a/b.CSPROJ', 'App.csproj.user', 'App.sln'];
  expect(names.map(it => dotnetProject.matches(it, ''))).toEqual([true, true, false, false]);
});

it.each<readonly [string, readonly string[]]>([
  ['<Project Sdk="Microsoft.NET.Sdk" />', []],
  [
    '<ProjectReference\n  Include="..\\Lib\\Lib.csproj"><Private>false</Private></ProjectReference>',
    ['run dotnet-project ../Lib/Lib.csproj'],
  ],
  ['<ProjectReference Condition="a" Include=\'x.csproj\' />', ['run dotnet-project x.csproj']],
  ['<ProjectReference Include="$(Root)/x.csproj;*.csproj" />', []],
  ['<<<', []],
])('%s', (text, references) => {
  expect(shown(text)).toEqual([...references, 'run script . *.cs below']);
});
