//! What the engine asks of a host: the files of a repository, to be read one after the other.

import { HEAD_BYTES } from './select.ts';

export type InputEntry = InputFile | InputProblem;

/** Its functions may throw an Error, whose message says why, without the path: "permission denied". */
export interface InputFile {
  readonly kind: 'file';
  /** Relative to the scanned root, with `/`. */
  readonly path: string;
  /** In bytes. */
  size(): number;
  /** Its first `HEAD_BYTES`, or all when it is shorter. */
  head(): Uint8Array;
  read(): Uint8Array;
}

/** Something below the root that the host did not follow. */
export interface InputProblem {
  readonly kind: 'problem';
  readonly path: string;
  readonly message: string;
}

export function textFile(path: string, text: string): InputFile {
  const bytes = new TextEncoder().encode(text);
  return {
    kind: 'file',
    path,
    size: () => bytes.length,
    head: () => bytes.subarray(0, HEAD_BYTES),
    read: () => bytes,
  };
}
