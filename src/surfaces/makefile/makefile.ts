//! Makefiles: their targets are tasks that pipelines, scripts and persons run by name.
//! Source: https://www.gnu.org/software/make/manual/make.html

import type { FileFacts } from '../../domain/facts.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { taskRoutines } from '../../domain/task-file.ts';
import { parseMake } from '../../languages/make/parse.ts';
import { definitionSteps } from './definitions.ts';
import { readingOf } from './reading.ts';
import { targetsOf } from './targets.ts';

export const makefile: Surface = {
  id: 'makefile',
  title: 'Makefile',
  comments: ['#'],
  matches,
  extract,
};

const NAMES =
  /(?:^|\/)(?:gnu)?makefile(?:\.(?!(?:am|in|pl|js|ts|py|rb|md|txt|json|ya?ml|toml)$)[\w-]+)?$/i;

function matches(path: string): boolean {
  return NAMES.test(path) || /\.(?:mk|mak|make)$/i.test(path);
}

function extract({ path, text }: SourceFile): FileFacts {
  const reading = readingOf(parseMake(text), wholeFile(path, text));
  const tasks = targetsOf(reading);
  const declarations = taskRoutines({
    path,
    at: { path, start: 0, end: text.length },
    definitions: definitionSteps(reading),
    tasks,
    first: reading.goal ?? tasks.find(it => !/%|^\./.test(it.name))?.name,
  });
  return { path, pipelines: [], declarations, problems: [] };
}
