//! Which project a command line of .NET starts.

import { expect, it } from 'vitest';
import { outline } from '../../../test/outline.ts';
import { sampleCommand, sampleEnvironment } from '../../domain/sample-call.ts';
import { dotnet } from './dotnet.ts';

it.each<readonly [string, string]>([
  ['dotnet run', 'run dotnet-project . only *.csproj'],
  ['dotnet run -c Release --project src/Tool -- a', 'run dotnet-project src/Tool only *.csproj'],
  ['dotnet run --project=src/Tool/Tool.csproj', 'run dotnet-project src/Tool/Tool.csproj'],
  ['dotnet watch --project web run', 'run dotnet-project web only *.csproj'],
  ['dotnet run app.cs a', 'run script app.cs'],
  ['dotnet script deploy.csx', 'run script deploy.csx'],
  ['dotnet out/Tool.dll a', 'run dotnet-project . only */Tool.csproj below'],
  ['dotnet exec Tool.dll', 'run dotnet-project . only */Tool.csproj below'],
  ['dotnet build src/Tool', ''],
  ['dotnet test', ''],
  ['dotnet', ''],
])('%s', (line, expected) => {
  const runs = dotnet.read(sampleCommand(line), sampleEnvironment())?.runs ?? [];
  const shown = runs.map(it => (it.kind === 'steps' ? outline(it.steps) : it.kind));
  expect(shown.join('\n').replaceAll(/\n */g, '; ')).toBe(expected);
});
