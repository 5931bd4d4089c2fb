//! C# as the common way of reading code knows it: namespaces, the environment, processes.

import type { Dialect, LibraryName } from '../source-code/dialect.ts';
import { withOpenImports } from '../source-code/open-imports.ts';
import type { Reader } from '../source-code/reader.ts';
import type { Token } from '../source-code/token.ts';
import type { Statement } from '../source-code/tree.ts';
import { TYPED } from '../source-code/typed-dialect.ts';
import { parseTyped } from '../source-code/typed-program.ts';
import { withMain } from '../source-code/with-main.ts';
import { GRAMMAR } from './grammar.ts';
import { environmentRead, stepsOf } from './processes.ts';
import { resultOf } from './results.ts';

export const DIALECT: Dialect = {
  ...TYPED,
  grammar: GRAMMAR,
  parse,
  self: new Set(['this']),
  constructorName: 'constructor',
  callsOwnMembers: true,
  nameOf: ({ library, path }) => nameIn(library, path),
  environmentRead,
  resultOf,
  stepsOf,
};

/** What a project takes in by itself, as far as it holds anything of interest. */
const IMPLICIT: readonly string[] = ['System', 'System.IO', 'System.Net.Http'];

function parse(reader: Reader): readonly Statement[] {
  const always = [...IMPLICIT, ...qualifiersIn(reader.tokens)];
  return withMain(withOpenImports(parseTyped(reader), reader.tokens, always), 'Main');
}

/** `Azure.Identity` of `new Azure.Identity.DefaultAzureCredential()`. */
function qualifiersIn(tokens: readonly Token[]): readonly string[] {
  const found: string[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'name' || token.text !== 'new') continue;
    const path: string[] = [];
    for (let at = index + 1; ; at += 2) {
      const name = tokens[at];
      const dot = tokens[at + 1];
      if (name?.kind !== 'name') break;
      if (dot?.kind !== 'symbol' || !/^(?:\.|::)$/.test(dot.text)) break;
      if (name.text !== 'global') path.push(name.text);
    }
    if (path.length > 0) found.push(path.join('.'));
  }
  return found;
}

/** `path` may begin with one of the namespaces. */
function nameIn(library: string, path: readonly string[]): LibraryName {
  const namespaces = library.split(' ');
  for (let length = path.length - 1; length > 0; length -= 1) {
    const start = path.slice(0, length).join('.');
    if (namespaces.includes(start)) return { library: start, name: path.slice(length).join('.') };
  }
  return { library, name: path.join('.') };
}
