//! Bicep templates and their parameter files.

import type { FileFacts } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Problem } from '../../domain/span.ts';
import type { Surface } from '../../domain/surface.ts';
import { parseBicep } from '../../languages/bicep/parse.ts';
import type { BicepFile } from '../../languages/bicep/tree.ts';
import { template } from './template.ts';
import { valueFile } from './value-file.ts';

/** More of one file say nothing new. */
const PROBLEMS_MAX = 5;

export const bicep: Surface = {
  id: 'bicep',
  title: 'Bicep file',
  comments: ['//', '/*', '#'],
  matches: path => /\.bicep(?:param)?$/i.test(path),
  extract(file): FileFacts {
    const tree = parseBicep(file.text);
    const isValues = /\.bicepparam$/i.test(file.path);
    const declaration = isValues ? valueFile(file, tree) : template(file, tree);
    const problems = problemsOf(file, tree);
    return { path: file.path, pipelines: [], declarations: [declaration], problems };
  },
};

const problemsOf = ({ path }: SourceFile, tree: BicepFile): readonly Problem[] =>
  tree.errors.slice(0, PROBLEMS_MAX).map(({ message, start, end }) => ({
    at: { path, start, end },
    message: `not read completely: ${message}`,
  }));
