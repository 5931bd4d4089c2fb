//! Files of program code: which of them can be of interest at all, and what they give.

import type { FileFacts } from '../domain/facts.ts';
import type { Interest } from '../domain/interest.ts';
import { wholeFile } from '../domain/region.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Step } from '../domain/step.ts';
import type { Language } from '../domain/surface.ts';
import { scriptFacts } from './script-file.ts';

/** A routine for the path of the file, so that whatever runs it is followed into it. */
export function codeFacts(
  file: SourceFile,
  language: Language,
  starts: RegExp,
  interest: Interest,
  importsOf: (path: string, text: string) => readonly Step[] = () => [],
): FileFacts {
  const { path, text } = file;
  const isOfInterest = interest.isIn(text) || starts.test(text);
  const program = isOfInterest
    ? language.programOf(wholeFile(path, text), interest)
    : { steps: importsOf(path, text), problems: [] };
  return scriptFacts(file, program);
}
