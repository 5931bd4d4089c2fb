//! Imports of everything a namespace or package holds: which names of the text may come from there.

import type { Token } from './token.ts';
import type { CodeImport, Statement } from './tree.ts';

const EVERYTHING = '*';

/**
 * In front of the statements one import for every name with a capital that may come from there:
 * it is in none of the other imports, and no class of the text is called so. The library is all
 * that it may come from, apart by spaces.
 */
export function withOpenImports(
  statements: readonly Statement[],
  tokens: readonly Token[],
  always: readonly string[],
): readonly Statement[] {
  const imports = importsIn(statements);
  const open = imports.filter(it => it.names.some(({ local }) => local === EVERYTHING));
  const library = [...new Set([...always, ...open.map(it => it.library)])].join(' ');
  const known = new Set([
    ...imports.flatMap(it => it.names.map(({ local }) => local)),
    ...declaredIn(statements),
  ]);
  const names = [...new Set(capitalNames(tokens))].filter(it => !known.has(it));
  const rest = statements.filter(it => it.kind !== 'import' || !open.includes(it));
  if (names.length === 0 || library === '') return rest;
  const found = names.map(name => ({ local: name, name }));
  return [{ kind: 'import', library, names: found, start: 0, end: 0 }, ...rest];
}

const importsIn = (statements: readonly Statement[]): readonly CodeImport[] =>
  statements.flatMap(it =>
    it.kind === 'import' ? [it] : it.kind === 'block' ? importsIn(it.body) : [],
  );

/** Classes of the text, those inside others too. */
const declaredIn = (statements: readonly Statement[]): readonly string[] =>
  statements.flatMap(it => {
    if (it.kind === 'class') return [it.name, ...declaredIn(it.body)];
    return it.kind === 'block' ? declaredIn(it.body) : [];
  });

function* capitalNames(tokens: readonly Token[]): Iterable<string> {
  for (const token of tokens) {
    if (token.kind === 'name' && /^\p{Lu}/u.test(token.text)) yield token.text;
    if (token.kind !== 'string') continue;
    for (const part of token.parts) if (part.kind === 'hole') yield* capitalNames(part.tokens);
  }
}
