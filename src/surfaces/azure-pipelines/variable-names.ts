//! Names of variables: the same ones as macros, in expressions and in the environment of scripts.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/build/variables

import type { Expression } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import { environmentName, secretName } from '../../domain/pipeline-variables.ts';
import type { Span } from '../../domain/span.ts';

/** As the environment of a script has it, for a name that is known only when it runs. */
export function environmentNameFrom(name: Expression): Expression {
  const { at } = name;
  const withLine = (of: Expression, from: string): Expression => ({
    kind: 'call',
    name: 'replace',
    args: [of, literal(from, at), literal('_', at)],
    at,
  });
  return { kind: 'call', name: 'upper', args: [withLine(withLine(name, '.'), ' ')], at };
}

/** The platform sets these itself. */
const PLATFORM =
  /^(?:agent|build|checks|common|deployment|environment|pipeline|release|resources|strategy|system)\./i;

/** Where the repository is, which is an absolute path from its root. */
const ROOTS: ReadonlySet<string> = new Set([
  'build.sourcesdirectory',
  'build.repository.localpath',
  'system.defaultworkingdirectory',
]);

/** Of a variable that the repository does not set the platform knows the value: a group, a secret. */
export function variableReference(name: string, at: Span): Expression {
  if (ROOTS.has(name.toLowerCase())) return literal('/.', at);
  const held = unknownExpression({ kind: 'held-by-platform', name }, at);
  if (PLATFORM.test(name)) return held;
  const own = [environmentName(name), secretName(name)].map(
    (it): Expression => ({ kind: 'reference', space: 'variable', name: it, at }),
  );
  return { kind: 'call', name: 'coalesce', args: [...own, held], at };
}
