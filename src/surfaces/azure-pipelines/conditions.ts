//! Whether a `condition:` or a `${{ if }}` lets what it guards run.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/conditions

import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Region } from '../../domain/region.ts';
import { holePlaces } from '../../languages/github-expression/holes.ts';
import { parseGithubExpression } from '../../languages/github-expression/parse.ts';
import type { GithubExpression } from '../../languages/github-expression/tree.ts';
import { meaningOf } from './expressions.ts';
import type { Reading } from './reading.ts';

/** A run without failures is assumed. */
export type Guard = 'always' | 'never' | 'sometimes' | Extract<Condition, { kind: 'texts' }>;

export const ALWAYS: Guard = 'always';

/** A whole `condition:`, with or without `${{ }}` around it. */
export function guardOf(region: Region, reading: Reading): Guard {
  const { text } = region;
  const [hole] = holePlaces(text);
  if (!hole) {
    const found = guardIn(region, 0, text.length, reading);
    // A script may have changed the variable by then.
    return typeof found === 'object' && /\bvariables\b/i.test(text) ? 'sometimes' : found;
  }
  const isWhole = text.slice(0, hole.start).trim() === '' && text.slice(hole.end).trim() === '';
  return isWhole ? guardIn(region, hole.bodyStart, hole.bodyEnd, reading) : 'sometimes';
}

/** The condition in region.text[start, end). */
export function guardIn(region: Region, start: number, end: number, reading: Reading): Guard {
  const parsed = parseGithubExpression(region.text, start, end);
  return parsed ? guard(parsed, region, reading) : 'sometimes';
}

function guard(node: GithubExpression, region: Region, reading: Reading): Guard {
  switch (node.kind) {
    case 'constant':
      return node.isTruthy ? 'always' : 'never';
    case 'string':
      return /^true$/i.test(node.text)
        ? 'always'
        : /^false$/i.test(node.text)
          ? 'never'
          : 'sometimes';
    case 'context':
    case 'member': {
      const value = meaningOf(node, region, reading);
      if (value.kind === 'unknown') return 'sometimes';
      return {
        kind: 'texts',
        left: folded(value),
        right: literal('true', value.at),
        isEqual: true,
      };
    }
    case 'call':
      return calledGuard(node, region, reading);
    case 'and':
    case 'or':
    case 'not':
    case 'comparison':
    case 'dynamic':
      return 'sometimes';
  }
}

const WITHOUT_FAILURE: ReadonlySet<string> = new Set(['always', 'succeeded', 'succeededorfailed']);

function calledGuard(
  { name, args }: GithubExpression & { kind: 'call' },
  region: Region,
  reading: Reading,
): Guard {
  if (WITHOUT_FAILURE.has(name)) return 'always';
  const inner = (): readonly Guard[] => args.map(it => guard(it, region, reading));
  switch (name) {
    case 'eq':
    case 'ne': {
      const [left, right] = args.map(it => folded(meaningOf(it, region, reading)));
      return left && right ? { kind: 'texts', left, right, isEqual: name === 'eq' } : 'sometimes';
    }
    case 'not':
      return negated(inner()[0] ?? 'sometimes');
    case 'and':
      return all(inner());
    case 'or':
      return negated(all(inner().map(negated)));
    default:
      return 'sometimes';
  }
}

/** They compare without regard to case. */
const folded = (value: Expression): Expression => ({
  kind: 'call',
  name: 'lower',
  args: [value],
  at: value.at,
});

export function negated(given: Guard): Guard {
  if (given === 'always') return 'never';
  if (given === 'never') return 'always';
  return given === 'sometimes' ? given : { ...given, isEqual: !given.isEqual };
}

/** Only one condition can be told apart; of several it is open whether they hold. */
function all(guards: readonly Guard[]): Guard {
  if (guards.includes('never')) return 'never';
  const open = guards.filter(it => it !== 'always');
  const [only = 'always', ...others] = open;
  return others.length === 0 ? only : 'sometimes';
}
