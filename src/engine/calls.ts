//! Every call that one entry point may make, for tests: the oracles compare them with what really happened.

import type { Call } from '../domain/call.ts';
import { resolve } from '../resolve/resolve.ts';
import { textFile } from './input.ts';
import { readFiles } from './read-files.ts';
import { languages, operationReaders, signInForms, surfaces } from './registry.gen.ts';

/** `entry` is an entry point's id: a script's path, or `path#job`. */
export function possibleCalls(files: ReadonlyMap<string, string>, entry: string): readonly Call[] {
  const calls: Call[] = [];
  const entries = [...files].map(([path, text]) => textFile(path, text));
  const { facts } = readFiles(entries, surfaces);
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
