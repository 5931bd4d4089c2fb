//! What `matrix.x` may be: every value that the matrix spells.
//! Source: https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { ContextReader } from '../../languages/github-expression/meaning.ts';
import { childOf, itemsOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { nodeValue, type Reading, unknownHere } from '../github-reading.ts';

/** GitHub refuses a matrix that makes more jobs than this. */
const JOBS_MAX = 256;

export function matrixContexts(strategy: YamlNode | undefined, reading: Reading): ContextReader {
  const matrix = childOf(strategy, 'matrix');
  return (path, at) =>
    path[0] === 'matrix' && path.length > 1
      ? matrixValue(matrix, path.slice(1), at, reading)
      : undefined;
}

function matrixValue(
  matrix: YamlNode | undefined,
  path: readonly string[],
  at: Span,
  reading: Reading,
): Expression {
  const spelled = ['matrix', ...path].join('.');
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
