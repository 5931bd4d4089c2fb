//! Justfiles: recipes that pipelines, scripts and persons run with `just deploy`.
//! Source: https://just.systems/man/en/

import type { FileFacts } from '../../domain/facts.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { taskRoutines } from '../../domain/task-file.ts';
import { parseJust } from './parse.ts';
import { readingOf } from './reading.ts';
import { aliasTasks, recipeTasks } from './recipes.ts';
import { definitionSteps, partsOf } from './settings.ts';

export const justfile: Surface = {
  id: 'justfile',
  title: 'justfile',
  comments: ['#'],
  matches: path => /(?:^|\/)\.?justfile$|\.just$/i.test(path),
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const reading = readingOf(parseJust(text), wholeFile(path, text));
  const recipes = recipeTasks(reading);
  const declarations = taskRoutines({
    path,
    at: { path, start: 0, end: text.length },
    definitions: definitionSteps(reading),
    tasks: [...recipes, ...aliasTasks(reading)],
    first: recipes[0]?.name,
    parts: partsOf(reading),
  });
  return { path, pipelines: [], declarations, problems: [] };
}
