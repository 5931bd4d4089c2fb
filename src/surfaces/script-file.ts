//! Files that are run as they are, whatever language they are in: the routine for the file's path, and the program its first line names.

import type { FileFacts, LeftTo, Routine } from '../domain/facts.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Program } from '../domain/surface.ts';

/** What runs the path is followed into the program; what could not be read is a problem whether or not anything does. */
export function scriptFacts(
  { path, text }: SourceFile,
  { steps, problems }: Program,
  leftTo?: LeftTo,
): FileFacts {
  const routine: Routine = {
    kind: 'routine',
    type: 'script',
    path,
    parameters: [],
    bindings: [],
    body: steps,
    ...(leftTo === undefined ? {} : { leftTo }),
    at: { path, start: 0, end: text.length },
  };
  return { path, pipelines: [], declarations: [routine], problems };
}

/** `python3` of `#!/usr/bin/env python3`; `undefined` when the first line names no program. */
export function interpreterOf(firstLine: string): string | undefined {
  const name = SHEBANG.exec(firstLine)?.[1];
  return name?.slice(name.lastIndexOf('/') + 1);
}

const SHEBANG = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*(?:\S*\/)?)?(\S+)/;
