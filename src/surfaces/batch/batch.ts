//! Batch files: what a person or a pipeline on Windows runs as it is.

import type { FileFacts, Routine } from '../../domain/facts.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { batch as language } from '../../languages/batch/batch.ts';

export const batch: Surface = {
  id: 'batch',
  title: 'batch file',
  matches: path => /\.(?:bat|cmd)$/i.test(path),
  extract,
};

function extract({ path, text }: SourceFile): FileFacts {
  const program = language.programOf(wholeFile(path, text));
  const routine: Routine = {
    kind: 'routine',
    type: 'script',
    path,
    parameters: [],
    bindings: [],
    body: program.steps,
    at: { path, start: 0, end: text.length },
  };
  return { path, pipelines: [], declarations: [routine], problems: program.problems };
}
