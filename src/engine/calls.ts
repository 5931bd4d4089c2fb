//! Every call that one entry point may make, for tests: the oracles compare them with what really happened.

import type { Call } from '../domain/call.ts';
import { sourceFile } from '../domain/source-file.ts';
import { resolve } from '../resolve/resolve.ts';
import { languages, operationReaders, signInForms, surfaces } from './registry.gen.ts';

/** `entry` is an entry point's id: a script's path, or `path#job`. */
export function possibleCalls(files: ReadonlyMap<string, string>, entry: string): readonly Call[] {
  const calls: Call[] = [];
  const facts = [...files].flatMap(([path, text]) => {
    const surface = surfaces.find(it => it.matches(path, text.split('\n', 1)[0] ?? ''));
    return surface ? [surface.extract(sourceFile(path, text))] : [];
  });
  resolve({
    files: facts,
    forms: signInForms,
    readers: operationReaders,
    languages,
    texts: files,
    only: entry,
    observe: call => calls.push(call),
  });
  return calls;
}
