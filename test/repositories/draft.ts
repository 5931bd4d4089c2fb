//! The files of a generated repository while they are written.

import type { Act } from './acts.ts';

export interface Draft {
  readonly files: Map<string, string>;
  /** How the line of an operation can be told from all others. */
  readonly marks: Map<Act, string>;
  /** The variable that holds the folder of the repository: `$GITHUB_WORKSPACE`. */
  readonly root: string;
  names: number;
}

export function mark(act: Act, draft: Draft): string {
  const text = draft.marks.get(act) ?? `operation${draft.marks.size}x`;
  draft.marks.set(act, text);
  return text;
}

export function nextName(draft: Draft): number {
  draft.names += 1;
  return draft.names;
}
