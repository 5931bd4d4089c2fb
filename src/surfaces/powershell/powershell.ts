//! PowerShell scripts and modules: files that a person or a pipeline runs as they are.

import type { FileFacts, Routine } from '../../domain/facts.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Surface } from '../../domain/surface.ts';
import { powershell as language } from '../../languages/powershell/powershell.ts';

export const powershell: Surface = {
  id: 'powershell',
  title: 'PowerShell script',
  matches,
  extract,
};

const SHEBANG = /^#!.*\b(?:pwsh|powershell)\b/;

function matches(path: string, firstLine: string): boolean {
  return /\.psm?1$/i.test(path) || SHEBANG.test(firstLine);
}

/** Read here, not when it is run: a script that cannot be read is a problem whether or not anything runs it. */
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
