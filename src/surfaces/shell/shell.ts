//! Shell scripts: files that a person or a pipeline runs as they are.

import type { FileFacts, Routine } from '../../domain/facts.ts';
import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Program, Surface } from '../../domain/surface.ts';
import { bash } from '../../languages/bash/bash.ts';

export const shell: Surface = {
  id: 'shell',
  title: 'shell script',
  matches,
  extract,
};

const ENDINGS = /\.(?:sh|bash|ksh|zsh|command)$/i;

/** `#!/bin/bash`, `#!/usr/bin/env -S bash -eu`. */
const SHEBANG = /^#!\s*(?:\S*\/)?(?:env\s+(?:-\S+\s+)*(?:\S*\/)?)?(\S+)/;

function matches(path: string, firstLine: string): boolean {
  return ENDINGS.test(path) || bash.names.includes(interpreterOf(firstLine) ?? '');
}

/** `python3` of `#!/usr/bin/env python3`; `undefined` when the file names none. */
const interpreterOf = (firstLine: string): string | undefined => {
  const name = SHEBANG.exec(firstLine)?.[1];
  return name?.slice(name.lastIndexOf('/') + 1);
};

function extract(file: SourceFile): FileFacts {
  const { path, text } = file;
  const program = programOf(file);
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

/** Read here, not when it is run: a script that cannot be read is a problem whether or not anything runs it. */
function programOf({ path, text }: SourceFile): Program {
  const region = wholeFile(path, text);
  const interpreter = interpreterOf(text.slice(0, text.search(/[\r\n]|$/)));
  if (interpreter === undefined || bash.names.includes(interpreter)) return bash.programOf(region);
  // The ending says shell, the first line names something else, and the system believes the first line.
  const source = { kind: 'text', region, at: region.at } as const;
  const language = interpreter.replace(/[\d.]+$/, '');
  return { steps: [{ kind: 'script', language, source, at: region.at }], problems: [] };
}
