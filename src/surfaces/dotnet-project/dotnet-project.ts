//! Project files of .NET: which programs in C# make up one, and which other projects are in it.
//! Source: https://learn.microsoft.com/dotnet/core/project-sdk/overview#default-includes-and-excludes

import type { FileFacts, Routine } from '../../domain/facts.ts';
import { literal } from '../../domain/literal.ts';
import { filesStep } from '../../domain/program-files.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { RunStep } from '../../domain/step.ts';
import type { Surface } from '../../domain/surface.ts';
import { runStep } from '../../domain/task-call.ts';

export const dotnetProject: Surface = {
  id: 'dotnet-project',
  title: '.NET project',
  comments: ['<!--'],
  matches: path => /\.csproj$/i.test(path),
  extract,
};

const REFERENCE = /<ProjectReference\b[^>]*?\bInclude\s*=\s*["']([^"'$*;]+)["']/gi;

/** By itself it starts nothing. */
function extract({ path, text }: SourceFile): FileFacts {
  const at = { path, start: 0, end: text.length };
  const references = [...text.matchAll(REFERENCE)].map(({ 1: name = '', index, 0: { length } }) => {
    const place = { path, start: index, end: index + length };
    const run: RunStep = {
      ...runStep('dotnet-project', '', place),
      path: literal(name.replaceAll('\\', '/'), place),
      from: 'own-folder',
    };
    return run;
  });
  const own = filesStep(
    'script',
    literal('.', at),
    { ending: '.cs', where: 'below' },
    { from: 'own-folder', sharesProcess: true },
  );
  const routine: Routine = {
    kind: 'routine',
    type: 'dotnet-project',
    path,
    parameters: [],
    bindings: [],
    body: [...references, own],
    leftTo: 'nobody',
    at,
  };
  return { path, pipelines: [], declarations: [routine], problems: [] };
}
