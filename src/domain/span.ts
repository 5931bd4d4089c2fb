//! A stretch of one file, and the line and column people read it by.

/** Offsets count UTF-16 code units of the decoded text without its byte order mark. */
export interface Span {
  /** Relative to the scanned root, with `/`. */
  readonly path: string;
  /** First code unit, 0-based. */
  readonly start: number;
  /** Code unit after the last one, 0-based, exclusive. */
  readonly end: number;
}

/** A span as people and reporters read it: 1-based, columns in UTF-16 code units. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One step of a derivation: where something stands and what it contributes. */
export interface Link {
  readonly at: Span;
  /** One clause, lower case, without a full stop: "`az login` runs here". */
  readonly message: string;
}

/** Something that could not be read or resolved; the rest was. */
export interface Problem {
  readonly at: Span;
  readonly message: string;
}

export const isSameSpan = (a: Span, b: Span): boolean =>
  a.path === b.path && a.start === b.start && a.end === b.end;
