//! Java as the common way of reading code knows it: packages, the environment, processes.

import type { Dialect, EnvironmentRead } from '../source-code/dialect.ts';
import type { Lowering } from '../source-code/lowering.ts';
import { calledName } from '../source-code/meanings.ts';
import { withOpenImports } from '../source-code/open-imports.ts';
import type { Code } from '../source-code/tree.ts';
import { TYPED } from '../source-code/typed-dialect.ts';
import { parseTyped } from '../source-code/typed-program.ts';
import { withMain } from '../source-code/with-main.ts';
import { GRAMMAR } from './grammar.ts';
import { stepsOf } from './processes.ts';
import { resultOf } from './results.ts';

export const DIALECT: Dialect = {
  ...TYPED,
  grammar: GRAMMAR,
  parse: reader =>
    withMain(withOpenImports(parseTyped(reader), reader.tokens, ['java.lang']), 'main'),
  self: new Set(['this']),
  constructorName: 'constructor',
  callsOwnMembers: true,
  environmentRead,
  resultOf,
  stepsOf,
};

/** `System.getenv("X")`. */
function environmentRead(code: Code, lowering: Lowering): EnvironmentRead | undefined {
  if (code.kind !== 'call') return undefined;
  const [name] = code.args;
  return name && calledName(code, lowering)?.name === 'System.getenv'
    ? { name: name.value }
    : undefined;
}
