//! Go as the common way of reading code knows it: packages, the environment, processes.

import type { Dialect, EnvironmentRead } from '../source-code/dialect.ts';
import type { Lowering } from '../source-code/lowering.ts';
import { calledName } from '../source-code/meanings.ts';
import { withOpenImports } from '../source-code/open-imports.ts';
import { parseStatements } from '../source-code/parse-statements.ts';
import type { Code } from '../source-code/tree.ts';
import { TYPED } from '../source-code/typed-dialect.ts';
import { withMain } from '../source-code/with-main.ts';
import { GRAMMAR } from './grammar.ts';
import { packageSteps } from './packages.ts';
import { declarationsAt } from './parse-declarations.ts';
import { stepsOf } from './processes.ts';
import { resultOf } from './results.ts';

export const DIALECT: Dialect = {
  ...TYPED,
  grammar: GRAMMAR,
  parse: reader => {
    const statements = parseStatements(reader, reader.tokens.length, declarationsAt);
    return withMain(withOpenImports(statements, reader.tokens, []), 'main');
  },
  self: new Set(),
  constructorName: '',
  environmentRead,
  packageSteps,
  resultOf,
  stepsOf,
};

/** `os.Getenv("X")`, `os.LookupEnv("X")`. */
function environmentRead(code: Code, lowering: Lowering): EnvironmentRead | undefined {
  if (code.kind !== 'call') return undefined;
  const called = calledName(code, lowering);
  const [name] = code.args;
  return name && called?.library === 'os' && /^(?:Getenv|LookupEnv)$/.test(called.name)
    ? { name: name.value }
    : undefined;
}
