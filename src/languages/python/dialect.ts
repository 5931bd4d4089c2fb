//! What is Python's own: names of libraries, the environment, objects that are made without `new`.

import type { Dialect, EnvironmentRead, LibraryName } from '../source-code/dialect.ts';
import { dottedName, type Lowering, type Meaning } from '../source-code/lowering.ts';
import { meaningOf } from '../source-code/meanings.ts';
import type { Code } from '../source-code/tree.ts';
import { GRAMMAR } from './grammar.ts';
import { DRIVER_METHODS, driverIn, isForeignLibrary } from './libraries.ts';
import { parsePython } from './parse.ts';
import { programSteps } from './programs.ts';
import { resultOf } from './results.ts';

export const DIALECT: Dialect = {
  grammar: GRAMMAR,
  parse: parsePython,
  self: new Set(['self', 'cls']),
  constructorName: '__init__',
  nameOf,
  // Classes begin with a capital letter.
  makesObject: name => /^_?[A-Z]/.test(name.slice(name.lastIndexOf('.') + 1)),
  importedBy,
  environmentRead,
  resultOf,
  stepsOf: programSteps,
  methodOf: (name, libraries) => {
    const library = DRIVER_METHODS.has(name) ? driverIn(libraries) : undefined;
    return library === undefined ? undefined : { library, name: `*.${name}` };
  },
  globalNamed: () => undefined,
  isForeign: isForeignLibrary,
  filesOf,
};

/** `azure.identity` and `X`, whichever of the two is imported and whichever stands behind a dot. */
function nameOf({ library, path }: Meaning & { readonly kind: 'export' }): LibraryName {
  const all = [...library.split('.'), ...path];
  const first = all.findIndex((it, index) => index > 0 && /^_?[A-Z]/.test(it));
  const from = first < 0 ? Math.max(1, all.length - 1) : first;
  return { library: all.slice(0, from).join('.'), name: all.slice(from).join('.') };
}

/** `importlib.import_module('x')` is not followed. */
function importedBy(): Meaning | undefined {
  return undefined;
}

/** `os.environ["X"]`, `os.environ.get("X", y)`, `os.getenv("X")`. */
function environmentRead(code: Code, lowering: Lowering): EnvironmentRead | undefined {
  if (code.kind === 'index') {
    return isEnvironment(code.of, lowering) ? { name: code.index } : undefined;
  }
  if (code.kind !== 'call' || code.callee.kind === 'call') return undefined;
  const [name, fallback] = code.args.map(it => it.value);
  if (!name) return undefined;
  const { callee } = code;
  const isRead =
    callee.kind === 'member' && /^(?:get|pop|setdefault)$/.test(callee.name)
      ? isEnvironment(callee.of, lowering)
      : isOf(callee, 'getenv', lowering);
  return isRead ? { name, ...(fallback ? { fallback } : {}) } : undefined;
}

const isEnvironment = (code: Code, lowering: Lowering): boolean => isOf(code, 'environ', lowering);

function isOf(code: Code, name: string, lowering: Lowering): boolean {
  if (dottedName(code)?.split('.').at(-1) !== name) return false;
  const meaning = meaningOf(code, lowering);
  return (
    meaning?.kind === 'export' && [meaning.library, ...meaning.path].join('.') === `os.${name}`
  );
}

/** Of `a.b` the file `a/b.py`, of `.a` one beside this. */
function filesOf(library: string): readonly string[] {
  const dots = /^\.*/.exec(library)?.[0].length ?? 0;
  const names = library.slice(dots).split('.');
  if (names.some(it => it === '')) return [];
  const up = '../'.repeat(Math.max(0, dots - 1));
  const path = `${up}${names.join('/')}`;
  return isForeignLibrary(library) ? [] : [`${path}.py`];
}
