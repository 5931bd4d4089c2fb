//! The functions that a text defines, wherever they stand.

import type { Statement } from './tree.ts';

/** Lower case. */
export const functionNames = (statements: readonly Statement[]): ReadonlySet<string> =>
  new Set([...namesIn(statements)]);

function* namesIn(statements: readonly Statement[]): Iterable<string> {
  for (const statement of statements) {
    switch (statement.kind) {
      case 'function':
        yield statement.name.toLowerCase();
        yield* namesIn(statement.body);
        break;
      case 'if':
        for (const clause of statement.clauses) yield* namesIn(clause.body);
        yield* namesIn(statement.otherwise ?? []);
        break;
      case 'try':
        yield* namesIn(statement.body);
        break;
      case 'nested':
      case 'loop':
        yield* namesIn(statement.body);
        break;
      case 'pipeline':
      case 'assignment':
      case 'switch':
      case 'parameters':
      case 'stop':
        break;
    }
  }
}
