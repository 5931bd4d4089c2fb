//! Modules of Go: the name that the packages in a folder are imported by.
//! Source: https://go.dev/ref/mod#go-mod-file-module

import type { FileFacts, Routine } from '../../domain/facts.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';

export const goModule: Surface = {
  id: 'go-module',
  title: 'Go module',
  comments: ['//'],
  matches: path => /(?:^|\/)go\.mod$/.test(path),
  extract,
};

/** It runs nothing: its name stands for its folder. */
function extract({ path, text }: SourceFile): FileFacts {
  const match = /^[ \t]*module[ \t]+"?([^\s"]+)/m.exec(text);
  if (!match?.[1]) return { path, pipelines: [], declarations: [], problems: [] };
  const routine: Routine = {
    kind: 'routine',
    type: 'go-module',
    path: match[1],
    parameters: [],
    bindings: [],
    body: [],
    leftTo: 'nobody',
    at: { path, start: match.index, end: match.index + match[0].length },
  };
  return { path, pipelines: [], declarations: [routine], problems: [] };
}
