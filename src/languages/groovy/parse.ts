//! A Groovy file to its statements, with what is wrong in it.

import type { Problem } from '../../domain/span.ts';
import { statementsUntil } from './parse-statement.ts';
import { readerOf } from './reader.ts';
import type { GroovyStatement } from './tree.ts';

export interface GroovyFile {
  readonly statements: readonly GroovyStatement[];
  readonly errors: readonly Problem[];
}

/** In UTF-16 code units. */
const TEXT_MAX = 512 * 1024;

/** Of one file; more say nothing new. */
const ERRORS_MAX = 5;

/** Never throws. `text` has no byte order mark. What is not understood is passed over. */
export function parseGroovy(path: string, text: string): GroovyFile {
  if (text.length > TEXT_MAX) {
    const at = { path, start: 0, end: 0 };
    return { statements: [], errors: [{ at, message: 'the script is too long to be read' }] };
  }
  const reader = readerOf(path, text, 0, text.length);
  const statements = statementsUntil(reader, undefined);
  return { statements, errors: reader.problems.slice(0, ERRORS_MAX) };
}
