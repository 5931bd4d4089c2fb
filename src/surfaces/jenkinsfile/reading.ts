//! What the parts of a pipeline have to know while it is read.

import type { Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Problem, Span } from '../../domain/span.ts';

export interface Reading {
  readonly path: string;
  /** Of the whole file. */
  readonly text: string;
  readonly problems: Problem[];
  /** Names that the script itself binds: `def x`, parameters of functions, variables of loops. */
  readonly bound: ReadonlySet<string>;
  /** Names of the environment that the file sets: `environment`, `withEnv`, `withCredentials`, parameters. */
  readonly environment: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  /** Functions of the file. */
  readonly functions: ReadonlySet<string>;
  /** "stage `Deploy`". */
  readonly stage?: string;
  /** The first parameter of the function that is read: it may be a map of what its caller names. */
  readonly options?: string;
  /** A failure here ends something smaller than the pipeline. */
  readonly isCaught: boolean;
  /** It takes steps from a library, which may be of elsewhere. */
  readonly hasLibrary: boolean;
  /** Steps that were looked for in `vars` already. */
  readonly missing: Set<string>;
  readonly isInFunction: boolean;
}

/** A variable of the script: no shell can spell this name, so that none sees it. */
export const scriptVariable = (name: string): string => `groovy.${name}`;

/** A parameter of the pipeline: a variable of the environment of the same name may be set to something else. */
export const parameter = (name: string): string => `params.${name}`;

/** What a caller gives by name: `deploy(user: 'x')`. */
export const namedArgument = (name: string): string => `groovy-argument.${name}`;

/** A function of the script: no command is called so. */
export const scriptFunction = (name: string): string => `${name}()`;

export const heldByPlatform = (name: string, at: Span): Expression =>
  unknownExpression({ kind: 'held-by-platform', name }, at);

export const notEvaluated = (at: Span, reading: Reading): Expression =>
  unknownExpression({ kind: 'not-evaluated', text: spelledAt(at, reading) }, at);

/** On one line, and short. */
export const spelledAt = ({ start, end }: Span, { text }: Reading): string =>
  text
    .slice(start, Math.min(end, start + 4 * SPELLED_MAX))
    .trim()
    .replace(/\s+/g, ' ')
    .slice(0, SPELLED_MAX);

const SPELLED_MAX = 60;

export const variable = (name: string, at: Span): Expression => ({
  kind: 'reference',
  space: 'variable',
  name,
  at,
});
