//! Statements that bring in something from elsewhere: `import`, `extension`, `using`.

import {
  advance,
  type Cursor,
  endOfLast,
  isAt,
  report,
  take,
  takeName,
  takeWord,
} from './cursor.ts';
import { readElements } from './parse-list.ts';
import { readObject } from './parse-object.ts';
import type { StatementHead } from './parse-statement.ts';
import { isString, readString, readStringNode } from './parse-string.ts';
import type { ImportStatement, Statement } from './statement-tree.ts';
import type { Expression, Name } from './tree.ts';

/** `import { a, b as c } from 'x'`, `import * as x from 'y'`; the old `import 'x'` is an extension. */
export function readImport(cursor: Cursor, head: StatementHead): Statement {
  if (isAt(cursor, 'string', 1) || isAt(cursor, 'string-start', 1))
    return readExtension(cursor, head);
  advance(cursor);
  const symbols: ImportStatement['symbols'][number][] = [];
  let alias: Name | undefined;
  if (take(cursor, '*')) {
    alias = readAlias(cursor);
    if (!alias) report(cursor, '`as` is missing');
  } else if (take(cursor, '{')) {
    readElements(cursor, '}', () => {
      // A name that cannot be written as a word stands in quotes, and has an alias.
      const name = isString(cursor) ? readString(cursor) : takeName(cursor);
      symbols.push({ name, alias: readAlias(cursor) });
    });
  } else {
    report(cursor, 'the imported names are missing');
  }
  if (!takeWord(cursor, 'from')) report(cursor, '`from` is missing');
  const reference = readStringNode(cursor);
  return { kind: 'import', ...head, reference, symbols, alias, end: endOfLast(cursor) };
}

/** `extension name with { … } as alias`, and `provider`, its old name. */
export function readExtension(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const reference = isString(cursor) ? readString(cursor) : takeName(cursor);
  const configuration = readConfiguration(cursor);
  const alias = readAlias(cursor);
  const end = endOfLast(cursor);
  return { kind: 'extension', ...head, reference, configuration, alias, end };
}

export function readExtensionConfig(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const reference = takeName(cursor);
  const configuration = readConfiguration(cursor);
  const end = endOfLast(cursor);
  return { kind: 'extension-config', ...head, reference, configuration, alias: undefined, end };
}

export function readUsing(cursor: Cursor, head: StatementHead): Statement {
  advance(cursor);
  const reference = takeWord(cursor, 'none') ? undefined : readStringNode(cursor);
  const configuration = readConfiguration(cursor);
  return { kind: 'using', ...head, reference, configuration, end: endOfLast(cursor) };
}

function readConfiguration(cursor: Cursor): Expression | undefined {
  if (!takeWord(cursor, 'with')) return undefined;
  if (isAt(cursor, '{')) return readObject(cursor);
  report(cursor, 'an object is missing');
  return undefined;
}

const readAlias = (cursor: Cursor): Name | undefined =>
  takeWord(cursor, 'as') ? takeName(cursor) : undefined;
