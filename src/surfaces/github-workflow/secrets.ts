//! Secrets that one workflow hands to another: inputs by other names.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idsecrets

import type { Entry } from '../../domain/expression.ts';
import type { Parameter } from '../../domain/facts.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { ContextReader } from '../../languages/github-expression/meaning.ts';
import { textOf, type YamlNode } from '../../languages/yaml/tree.ts';
import { namedValues, type Reading } from '../github-reading.ts';

/** No other input has such a name. Case does not tell secrets apart. */
const inputOf = (secret: string): string => `secrets.${secret.toLowerCase()}`;

/** One that the caller does not name its platform holds: for the repository, or for the environment of a job. */
export const secretParameter = (name: string, at: Span): Parameter => ({
  name: inputOf(name),
  fallback: unknownExpression({ kind: 'held-by-platform', name: `secrets.${name}` }, at),
  at,
});

export const secretReader =
  (declared: readonly string[]): ContextReader =>
  (path, at) => {
    const [context, secret = '', ...others] = path;
    const name = inputOf(secret);
    const isOwn = context === 'secrets' && others.length === 0;
    return isOwn && declared.some(it => inputOf(it) === name)
      ? { kind: 'reference', space: 'input', name, at }
      : undefined;
  };

/** `secrets:` of a job that is another workflow; `own` are those that its own workflow is given. */
export function givenSecrets(
  node: YamlNode | undefined,
  what: string,
  own: readonly string[],
  reading: Reading,
): readonly Entry[] {
  if (node && textOf(node) === 'inherit') {
    const { at } = node;
    return own.map(it => {
      const name = inputOf(it);
      return { name, value: { kind: 'reference', space: 'input', name, at }, at };
    });
  }
  return namedValues(node, what, reading).map(it => ({ ...it, name: inputOf(it.name) }));
}
