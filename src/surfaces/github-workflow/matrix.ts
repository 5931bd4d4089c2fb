//! The matrix of a job: one run for each combination, and what may stand in a place that is read before any runs.
//! Source: https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Matrix } from '../../domain/matrix.ts';
import type { Span } from '../../domain/span.ts';
import { childOf, itemsOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { nodeValue, type Reading, unknownHere, within } from '../github-reading.ts';

export interface MatrixReading {
  /** For what runs once for each combination. */
  readonly inEach: Reading;
  /** For what is one for all of them: every value that the matrix spells. */
  readonly ofAll: Reading;
  /** What `inEach` was asked for so far; `undefined` where there is no matrix. */
  matrix(): Matrix | undefined;
}

const NAME = 'matrix';

export function matrixReading(strategy: YamlNode | undefined, outer: Reading): MatrixReading {
  const node = childOf(strategy, 'matrix');
  const reads = new Set<string>();
  const isBoolean = ([context]: readonly string[]): boolean => context === NAME;
  const each = (path: readonly string[], at: Span): Expression | undefined => {
    const [context, name, ...rest] = path;
    if (context !== NAME || name === undefined) return undefined;
    if (!node) return literal('', at);
    reads.add(name);
    const value: Expression = { kind: 'reference', space: 'local', name: `${NAME}.${name}`, at };
    return membersOf(value, rest, at);
  };
  return {
    inEach: within(outer, each, isBoolean),
    ofAll: within(outer, allReader(node, outer), isBoolean),
    matrix: () => node && { name: NAME, of: nodeValue(node, outer), reads: [...reads] },
  };
}

function membersOf(of: Expression, names: readonly string[], at: Span): Expression {
  let found = of;
  for (const name of names) found = { kind: 'member', of: found, name, at };
  return found;
}

/** GitHub refuses a matrix that makes more jobs than this. */
const JOBS_MAX = 256;

const allReader =
  (matrix: YamlNode | undefined, reading: Reading) =>
  (path: readonly string[], at: Span): Expression | undefined =>
    path[0] === NAME && path.length > 1
      ? everyValue(matrix, path.slice(1), at, reading)
      : undefined;

function everyValue(
  matrix: YamlNode | undefined,
  path: readonly string[],
  at: Span,
  reading: Reading,
): Expression {
  const spelled = [NAME, ...path].join('.');
  const [name = '', ...rest] = path;
  const values = childOf(matrix, name);
  const include = childOf(matrix, 'include');
  const isDynamic =
    matrix?.kind !== 'mapping' || values?.kind === 'scalar' || include?.kind === 'scalar';
  const nodes = [
    ...itemsOf(values).slice(0, JOBS_MAX),
    ...itemsOf(include)
      .slice(0, JOBS_MAX)
      .flatMap(it => childOf(it, name) ?? []),
  ];
  const options = nodes
    .flatMap(node => valueAt(node, rest) ?? [])
    .map(it => nodeValue(it, reading));
  // Whether an expression gives the rest or all of it cannot be told.
  if (isDynamic) options.push(unknownHere(spelled, at));
  const [only, ...others] = options;
  if (!only) return literal('', at);
  return others.length === 0 ? only : { kind: 'choice', options, at };
}

function valueAt(node: YamlNode, path: readonly string[]): YamlNode | undefined {
  let found: YamlNode | undefined = node;
  for (const name of path) found = childOf(found, name);
  return found;
}
