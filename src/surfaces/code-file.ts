//! Files of program code: which of them can be of interest at all, and what they give.

import type { FileFacts } from '../domain/facts.ts';
import { wholeFile } from '../domain/region.ts';
import type { SourceFile } from '../domain/source-file.ts';
import type { Step } from '../domain/step.ts';
import type { Language } from '../domain/surface.ts';
import { scriptFacts } from './script-file.ts';

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
  const program = isOfInterest
    ? language.programOf(wholeFile(path, text))
    : { steps: importsOf(path, text), problems: [] };
  return scriptFacts(file, program);
}
