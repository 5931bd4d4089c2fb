//! What is JavaScript's own: names of packages, `require`, the environment.

import type { Dialect, EnvironmentRead, LibraryName } from '../source-code/dialect.ts';
import { dottedName, type Lowering, type Meaning } from '../source-code/lowering.ts';
import { meaningOf } from '../source-code/meanings.ts';
import { parseStatements } from '../source-code/parse-statements.ts';
import type { Code, CodeCall } from '../source-code/tree.ts';
import { plainText } from '../source-code/values.ts';
import { GRAMMAR } from './grammar.ts';
import { DRIVER_METHODS, driverIn } from './libraries.ts';
import { declarationsAt } from './parse-declarations.ts';
import { programSteps } from './programs.ts';
import { resultOf } from './results.ts';

export const DIALECT: Dialect = {
  grammar: GRAMMAR,
  parse: reader => parseStatements(reader, reader.tokens.length, declarationsAt),
  self: new Set(['this']),
  constructorName: 'constructor',
  nameOf,
  makesObject: (_, call) => call.isNew,
  importedBy,
  environmentRead,
  resultOf,
  stepsOf: programSteps,
  methodOf: (name, libraries) => {
    const library = DRIVER_METHODS.has(name) ? driverIn(libraries) : undefined;
    return library === undefined ? undefined : { library, name: `*.${name}` };
  },
  globalNamed: name => (name === 'fetch' ? { library: 'global', name } : undefined),
  isForeign: library =>
    /^(?:sinon|jest|@jest|vitest|chai|mocha|jasmine|node:test)(?:$|\/)/.test(library),
  filesOf,
};

/** `node:fs` is `fs`; a package that is a function itself has the name `default`. */
function nameOf({ library, path }: Meaning & { readonly kind: 'export' }): LibraryName {
  const names = path.length > 1 && path[0] === 'default' ? path.slice(1) : path;
  return { library: library.replace(/^node:/, ''), name: names.join('.') || 'default' };
}

/** What `require(…)` and `await import(…)` bring; `promisify(f)` is `f`. */
function importedBy(code: Code, lowering: Lowering): Meaning | undefined {
  if (code.kind !== 'call') return undefined;
  const [first] = code.args;
  if (!first) return undefined;
  const name = dottedName(code.callee);
  if (name === 'require' || name === 'import') {
    const library = plainText(first.value, lowering);
    return library === undefined ? undefined : { kind: 'export', library, path: [] };
  }
  if (name === 'promisify' || name?.endsWith('.promisify')) return meaningOf(first.value, lowering);
  return isWrapped(code, lowering) ? meaningOf(code.callee, lowering) : undefined;
}

/** `$({ shell: true })` is `$` again. */
function isWrapped(code: CodeCall, lowering: Lowering): boolean {
  if (code.isTagged || code.isNew || code.args[0]?.value.kind !== 'object') return false;
  const meaning = meaningOf(code.callee, lowering);
  return meaning?.kind === 'export' && meaning.path.at(-1) === '$';
}

/** `process.env.X`, `process.env['X']`, `Deno.env.get('X')`, `core.getInput` is none. */
function environmentRead(code: Code): EnvironmentRead | undefined {
  if (code.kind === 'member' && isEnvironment(code.of)) {
    const { start, end, name } = code;
    const manner = { escapes: 'none', doublesBraces: false, isBytes: false } as const;
    const from = end - name.length;
    return {
      name: { kind: 'string', manner, parts: [{ kind: 'text', start: from, end }], start, end },
    };
  }
  if (code.kind === 'index' && isEnvironment(code.of)) return { name: code.index };
  if (code.kind !== 'call' || dottedName(code.callee) !== 'Deno.env.get') return undefined;
  const [first] = code.args;
  return first && { name: first.value };
}

const isEnvironment = (code: Code): boolean =>
  code.kind === 'member' &&
  code.name === 'env' &&
  /^(?:process|import\.meta|globalThis\.process|Bun)$/.test(dottedName(code.of) ?? '');

/** Packages are none of the repository. */
function filesOf(library: string): readonly string[] {
  if (!/^\.\.?(?:\/|$)/.test(library)) return [];
  if (/\.(?:json|css|scss|svg|png|vue)$/.test(library)) return [];
  return [library];
}
