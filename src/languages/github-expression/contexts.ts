//! What GitHub's contexts mean wherever no surface says otherwise.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/contexts

import type { Expression, Space } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';

/** The root of the repository as a path that counts from nowhere else. */
const WORKSPACE = '/.';

/** The first name of `path` is lower case. */
export function contextExpression(path: readonly string[], at: Span): Expression {
  const [context = '', first = '', second = '', third] = path;
  const input = inputName(path);
  if (input !== undefined) return reference('input', input, at);
  switch (context) {
    case 'env':
      return path.length === 2 ? reference('variable', first, at) : notEvaluated(path, at);
    case 'matrix':
      return reference('local', path.join('.'), at);
    case 'steps':
      return isOutput(path) ? reference('output', `${first}.${third}`, at) : notEvaluated(path, at);
    case 'needs':
    case 'jobs':
      return isOutput(path)
        ? reference('output', `needs.${first}.${third}`, at)
        : notEvaluated(path, at);
    case 'github':
      if (first === 'workspace' && second === '') return literal(WORKSPACE, at);
      return held(path, at);
    case 'secrets':
    case 'vars':
    case 'runner':
      return held(path, at);
    default:
      return notEvaluated(path, at);
  }
}

/** The name in `inputs.x` and `github.event.inputs.x`, lower case: names of inputs are not case-sensitive. */
export function inputName(path: readonly string[]): string | undefined {
  const start = path[0] === 'inputs' ? 1 : 3;
  const isInput =
    start === 1 || (path[0] === 'github' && path[1] === 'event' && path[2] === 'inputs');
  return isInput && path.length === start + 1 ? path[start]?.toLowerCase() : undefined;
}

const isOutput = (path: readonly string[]): boolean => path[2] === 'outputs' && path.length === 4;

const reference = (space: Space, name: string, at: Span): Expression => ({
  kind: 'reference',
  space,
  name,
  at,
});

const held = (path: readonly string[], at: Span): Expression =>
  unknownExpression({ kind: 'held-by-platform', name: path.join('.') }, at);

const notEvaluated = (path: readonly string[], at: Span): Expression =>
  unknownExpression({ kind: 'not-evaluated', text: path.join('.').slice(0, 60) }, at);
