//! What a template expression means in the words of the domain. Its syntax is that of GitHub's, which came from it.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/expressions

import type { Expression } from '../../domain/expression.ts';
import { literal, text, unknownExpression } from '../../domain/literal.ts';
import { outputName } from '../../domain/pipeline-variables.ts';
import { type Region, spanOf, subRegion } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import { callExpression } from '../../languages/github-expression/functions.ts';
import { parseGithubExpression } from '../../languages/github-expression/parse.ts';
import type { GithubExpression } from '../../languages/github-expression/tree.ts';
import type { Reading } from './reading.ts';
import { variableReference } from './variable-names.ts';

/** Of region.text[start, end), without `${{` and `}}`. */
export function templateExpression(
  region: Region,
  start: number,
  end: number,
  reading: Reading,
): Expression {
  const parsed = parseGithubExpression(region.text, start, end);
  if (parsed) return meaningOf(parsed, region, reading);
  return notEvaluated(region, start, end);
}

export function meaningOf(node: GithubExpression, region: Region, reading: Reading): Expression {
  const at = spanOf(region, node.start, node.end);
  switch (node.kind) {
    case 'string': {
      const isVerbatim = node.text.length === node.end - node.start - 2;
      return isVerbatim
        ? text(subRegion(region, node.start + 1, node.end - 1))
        : literal(node.text, at);
    }
    case 'constant':
      return literal(node.text === 'null' ? '' : node.text, at);
    case 'context':
      return (
        contextExpression(node.path, at, reading) ?? notEvaluated(region, node.start, node.end)
      );
    case 'member':
      return memberOf(meaningOf(node.of, region, reading), node.name, at);
    case 'call': {
      const args = node.args.map(it => meaningOf(it, region, reading));
      return called(node.name, args, at) ?? notEvaluated(region, node.start, node.end);
    }
    case 'and':
    case 'or':
    case 'not':
    case 'comparison':
    case 'dynamic':
      return notEvaluated(region, node.start, node.end);
  }
}

const notEvaluated = (region: Region, start: number, end: number): Expression =>
  unknownExpression(
    { kind: 'not-evaluated', text: region.text.slice(start, end).trim().slice(0, 60) },
    spanOf(region, start, end),
  );

/** What a variable of an `each` block is called while it runs: no variable has such a name. */
export const itemName = (name: string): string => `${EACH}${name.toLowerCase()}`;

export const EACH = 'each ';

function contextExpression(
  path: readonly string[],
  at: Span,
  reading: Reading,
): Expression | undefined {
  const [context = '', name, ...rest] = path;
  if (reading.items.has(context)) {
    const item: Expression = { kind: 'reference', space: 'variable', name: itemName(context), at };
    return membersOf(item, path.slice(1), at);
  }
  if (name === undefined) return context === 'parameters' ? allParameters(at, reading) : undefined;
  if (context === 'parameters') {
    return membersOf(reading.parameter(name.toLowerCase(), at), rest, at);
  }
  if (context === 'variables') return variableReference([name, ...rest].join('.'), at);
  return outputReference(path, at);
}

/** `dependencies.job.outputs['step.name']`, `stageDependencies.stage.job.outputs['step.name']`. */
function outputReference(path: readonly string[], at: Span): Expression | undefined {
  const isAny = path[0] === 'stagedependencies';
  if (!isAny && path[0] !== 'dependencies') return undefined;
  const jobs = path.slice(1, isAny ? 3 : 2);
  const [outputs, ...names] = path.slice(1 + jobs.length);
  // In front of the step there may be a hook, or the leg of a matrix.
  const [step, name] = names.join('.').split('.').slice(-2);
  if (outputs?.toLowerCase() !== 'outputs' || step === undefined || name === undefined)
    return undefined;
  return {
    kind: 'reference',
    space: 'output',
    name: `.${outputName(...jobs, step, name)}`,
    at,
  };
}

const allParameters = (at: Span, { parameterNames, parameter }: Reading): Expression => ({
  kind: 'object',
  entries: parameterNames.map(name => ({ name, value: parameter(name, at), at })),
  at,
});

const memberOf = (of: Expression, name: string, at: Span): Expression => ({
  kind: 'member',
  of,
  name,
  isCaseless: true,
  at,
});

const membersOf = (of: Expression, names: readonly string[], at: Span): Expression => {
  let found = of;
  for (const name of names) found = memberOf(found, name, at);
  return found;
};

/** Functions that resolve knows by the same name. */
const SAME: ReadonlySet<string> = new Set(['coalesce', 'lower', 'replace', 'trim', 'upper']);

function called(name: string, args: readonly Expression[], at: Span): Expression | undefined {
  if (SAME.has(name)) return { kind: 'call', name, args, at };
  switch (name) {
    case 'format':
      return callExpression(name, args, at);
    case 'join':
      return { kind: 'call', name, args, at };
    case 'converttojson':
      return { kind: 'call', name: 'encode-json', args, at };
    case 'split':
      return { kind: 'call', name, args: args.toReversed(), at };
    case 'length':
      return { kind: 'call', name: 'count', args, at };
    case 'containsvalue':
      return { kind: 'call', name: 'holds', args, at };
    case 'iif':
      return { kind: 'choice', options: args.slice(1), at };
    default:
      return undefined;
  }
}
