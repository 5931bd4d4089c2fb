//! The imports of a text that is not read any further: some file that it takes in may be of interest.

import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import type { Dialect } from './dialect.ts';

/** `pattern` finds the names of libraries, each in the first group that matched; it is global. */
export function plainImports(
  path: string,
  text: string,
  pattern: RegExp,
  { filesOf }: Pick<Dialect, 'filesOf'>,
): readonly Step[] {
  const steps: Step[] = [];
  const seen = new Set<string>();
  for (const match of text.matchAll(pattern)) {
    const library = match[1] ?? match[2] ?? '';
    if (library === '' || seen.has(library)) continue;
    seen.add(library);
    const at = { path, start: match.index, end: match.index + match[0].length };
    for (const file of filesOf(library)) steps.push(moduleStep(file, at));
  }
  return steps;
}

export const moduleStep = (file: string, at: Step['at']): Step => ({
  kind: 'run',
  routine: 'script',
  path: literal(file, at),
  inputs: [],
  arguments: [],
  sharesProcess: true,
  isModule: true,
  at,
});
