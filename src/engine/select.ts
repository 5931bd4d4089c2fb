//! Which surface reads a file.

import type { Surface } from '../domain/surface.ts';

/** Enough for a `#!` line. */
export const HEAD_BYTES = 128;

/** The first of the registry that wants the file; `undefined` when none does. `head` is called only for files without an ending. */
export function surfaceFor(
  surfaces: readonly Surface[],
  path: string,
  head: () => Uint8Array,
): Surface | undefined {
  const byPath = surfaces.find(it => !it.recognises && it.matches(path, ''));
  if (byPath || hasEnding(path)) return byPath;
  const firstLine = firstLineOf(head());
  return firstLine === '' ? undefined : surfaces.find(it => it.matches(path, firstLine));
}

/** Those that want the file when its text is one of theirs. */
export const surfacesByText = (surfaces: readonly Surface[], path: string): readonly Surface[] =>
  surfaces.filter(it => it.recognises && it.matches(path, ''));

/** The dot of a hidden file begins no ending: `.envrc` has none. */
const hasEnding = (path: string): boolean => path.lastIndexOf('.') > path.lastIndexOf('/') + 1;

/** Empty for what is not a `#!` line: no surface knows a script by anything else. */
function firstLineOf(head: Uint8Array): string {
  const line = new TextDecoder().decode(head).split(/[\r\n]/, 1)[0] ?? '';
  return line.startsWith('#!') ? line : '';
}
