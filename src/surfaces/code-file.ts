//! Files of program code: which of them can be of interest at all, and what they give.

import type { FileFacts, Routine } from '../domain/facts.ts';
import { wholeFile } from '../domain/region.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Step } from '../domain/step.ts';
import type { Language } from '../domain/surface.ts';

/** Words without which code neither signs in to Azure nor names a tool that does; Microsoft's copyright is none. */
const WORDS =
  /azure|microsoft(?!\s+corp|\/|\.?\s+all rights)|active ?directory|msal|adal\b|grant_type|\baz[ '"`,]|\bazd\b|terraform|tofu\b|kubelogin|pwsh|powershell|pulumi|\bi0118\b/i;

/** A routine for the path of the file, so that whatever runs it is followed into it. */
export function codeFacts(
  file: SourceFile,
  language: Language,
  starts: RegExp,
  importsOf: (path: string, text: string) => readonly Step[] = () => [],
): FileFacts {
  const { path, text } = file;
  const isOfInterest = WORDS.test(text) || starts.test(text);
  const { steps, problems } = isOfInterest
    ? language.programOf(wholeFile(path, text))
    : { steps: importsOf(path, text), problems: [] };
  const routine: Routine = {
    kind: 'routine',
    type: 'script',
    path,
    parameters: [],
    bindings: [],
    body: steps,
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
