//! The files of a generated repository while they are written.

export interface Draft {
  readonly files: Map<string, string>;
  /** Of the operation with that number: how its line can be told from all others. */
  readonly marks: string[];
  names: number;
}

export function mark(draft: Draft): string {
  const text = `operation${draft.marks.length}x`;
  draft.marks.push(text);
  return text;
}
