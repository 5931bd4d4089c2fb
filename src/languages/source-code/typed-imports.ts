//! What C# and Java take in from elsewhere: `using`, `import`, `package`, `namespace`.

import {
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  takeWord,
  textAt,
} from './reader.ts';
import type { ImportedName, Statement } from './tree.ts';
import { skipToEnd, typedBlock } from './typed-statements.ts';

/** `undefined` when it is something else. */
export function parseImport(reader: Reader): readonly Statement[] | undefined {
  const from = reader.at;
  if (isWord(reader, 'namespace') && peek(reader, 1)?.kind === 'name') return namespaceAt(reader);
  if (isWord(reader, 'package') && peek(reader, 1)?.kind === 'name') {
    skipToEnd(reader);
    return [];
  }
  if (isWord(reader, 'global') && isWord(reader, 'using', 1)) reader.at += 1;
  const word = textAt(reader);
  if (!/^(?:using|import)$/.test(word) || !isImport(reader)) return undefined;
  reader.at += 1;
  const isStatic = takeWord(reader, 'static');
  const alias = isSymbol(reader, '=', 1) ? takeName(reader) : undefined;
  if (alias !== undefined) take(reader, '=');
  const path = dottedPath(reader);
  skipToEnd(reader);
  const names = word === 'using' ? usedNames(path, alias, isStatic) : importedNames(path, isStatic);
  return names
    ? [{ kind: 'import', library: names.library, names: names.names, ...stretchFrom(reader, from) }]
    : [];
}

/** `using (x)` and `using var x = …` are statements of another kind. */
function isImport(reader: Reader): boolean {
  if (isWord(reader, 'import')) return peek(reader, 1)?.kind === 'name';
  if (peek(reader, 1)?.kind !== 'name') return false;
  const isAlias = isSymbol(reader, '=', 2);
  return (
    isAlias || isWord(reader, 'static', 1) || isSymbol(reader, '.', 2) || isSymbol(reader, ';', 2)
  );
}

function dottedPath(reader: Reader): readonly string[] {
  const path: string[] = [];
  for (let token = peek(reader); token; token = peek(reader)) {
    const isPart = token.kind === 'name' || isSymbol(reader, '*');
    if (!isPart) break;
    path.push(textAt(reader));
    reader.at += 1;
    if (!take(reader, '.') && !take(reader, '::')) break;
  }
  return path;
}

interface Imported {
  readonly library: string;
  readonly names: readonly ImportedName[];
}

/** A namespace brings all its names, an alias one of them. */
function usedNames(
  path: readonly string[],
  alias: string | undefined,
  isStatic: boolean,
): Imported | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const outer = path.slice(0, -1).join('.');
  if (alias !== undefined) return { library: outer, names: [{ local: alias, name: last }] };
  if (isStatic) return { library: outer, names: [{ local: last, name: last }] };
  return { library: path.join('.'), names: [{ local: '*', name: '*' }] };
}

/** `import a.b.C;`, `import a.b.*;`, `import static a.b.C.method;`. */
function importedNames(path: readonly string[], isStatic: boolean): Imported | undefined {
  const last = path.at(-1);
  if (last === undefined) return undefined;
  const outer = path.slice(0, -1);
  if (last === '*' && !isStatic)
    return { library: outer.join('.'), names: [{ local: '*', name: '*' }] };
  if (!isStatic) return { library: outer.join('.'), names: [{ local: last, name: last }] };
  const owner = outer.at(-1);
  if (owner === undefined || last === '*') return undefined;
  const name = `${owner}.${last}`;
  return { library: outer.slice(0, -1).join('.'), names: [{ local: last, name }] };
}

/** What stands in a namespace stands in the file. */
function namespaceAt(reader: Reader): readonly Statement[] {
  reader.at += 1;
  dottedPath(reader);
  if (isSymbol(reader, '{')) return typedBlock(reader);
  take(reader, ';');
  return [];
}
