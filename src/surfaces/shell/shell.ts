//! Shell scripts: files that a person or a pipeline runs as they are.

import { wholeFile } from '../../domain/region.ts';
import type { SourceFile } from '../../domain/source-file.ts';
import type { Program, Surface } from '../../domain/surface.ts';
import { bash } from '../../languages/bash/bash.ts';
import { interpreterOf, scriptFacts } from '../script-file.ts';

export const shell: Surface = {
  id: 'shell',
  title: 'shell script',
  comments: ['#'],
  matches,
  extract: file => scriptFacts(file, programOf(file)),
};

const ENDINGS = /\.(?:sh|bash|ksh|zsh|command)$/i;

function matches(path: string, firstLine: string): boolean {
  return ENDINGS.test(path) || bash.names.includes(interpreterOf(firstLine) ?? '');
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
