//! Whether a `condition:` or a `${{ if }}` lets what it guards run.
//! Source: https://learn.microsoft.com/en-us/azure/devops/pipelines/process/conditions

import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { type Region, subRegion } from '../../domain/region.ts';
import { allOf, anyOf, type Guard, negated } from '../../languages/github-expression/guards.ts';
import { type HolePlace, holePlaces } from '../../languages/github-expression/holes.ts';
import { parseGithubExpression } from '../../languages/github-expression/parse.ts';
import type { GithubExpression } from '../../languages/github-expression/tree.ts';
import { meaningOf, templateExpression } from './expressions.ts';
import type { Reading } from './reading.ts';
import { textExpression } from './texts.ts';

/** A whole `condition:`, with or without `${{ }}` in it. */
export function guardOf(region: Region, reading: Reading): Guard {
  const holes = holePlaces(region.text);
  const around = { region, reading, isLate: true, holes: new Map(holes.map(it => [it.start, it])) };
  const parsed = parseGithubExpression(withNames(region.text, holes), 0, region.text.length);
  return parsed ? guard(parsed, around) : 'sometimes';
}

/** Of the same length, with a name where a template puts in what it knows. */
function withNames(text: string, holes: readonly HolePlace[]): string {
  let named = '';
  for (const { start, end } of holes) {
    named += text.slice(named.length, start) + '_'.repeat(end - start);
  }
  return named + text.slice(named.length);
}

/** The condition of a template in region.text[start, end). */
export function guardIn(region: Region, start: number, end: number, reading: Reading): Guard {
  const parsed = parseGithubExpression(region.text, start, end);
  return parsed ? guard(parsed, { region, reading, isLate: false, holes: new Map() }) : 'sometimes';
}

interface Around {
  readonly region: Region;
  readonly reading: Reading;
  /** It is looked at when the step comes: a script may have changed a variable by then. */
  readonly isLate: boolean;
  /** What a template puts into it before, by where it starts. */
  readonly holes: ReadonlyMap<number, HolePlace>;
}

function guard(node: GithubExpression, around: Around): Guard {
  switch (node.kind) {
    case 'constant':
      return node.isTruthy ? 'always' : 'never';
    case 'string':
      return /^true$/i.test(node.text)
        ? 'always'
        : /^false$/i.test(node.text)
          ? 'never'
          : 'sometimes';
    case 'context': {
      const { region, reading, holes } = around;
      const hole = holes.get(node.start);
      return hole ? guardIn(region, hole.bodyStart, hole.bodyEnd, reading) : truth(node, around);
    }
    case 'member':
      return truth(node, around);
    case 'call':
      return calledGuard(node, around);
    case 'and':
    case 'or':
    case 'not':
    case 'comparison':
    case 'dynamic':
      return 'sometimes';
  }
}

/** Of a parameter without a type the text `false` is one too; nobody means that. */
function truth(node: GithubExpression, around: Around): Guard {
  const value = foldedValue(node, around);
  return value
    ? { kind: 'all', of: ['', 'false'].map(it => equal(value, literal(it, value.at), false)) }
    : 'sometimes';
}

/** A run without failures is assumed. */
const WITHOUT_FAILURE: ReadonlySet<string> = new Set(['always', 'succeeded', 'succeededorfailed']);

function calledGuard(node: GithubExpression & { kind: 'call' }, around: Around): Guard {
  const { name, args } = node;
  if (WITHOUT_FAILURE.has(name)) return 'always';
  const inner = (): readonly Guard[] => args.map(it => guard(it, around));
  switch (name) {
    case 'not':
      return negated(inner()[0] ?? 'sometimes');
    case 'and':
      return allOf(inner());
    case 'or':
      return anyOf(inner());
    case 'gt':
      return isSome(args, around);
    case 'containsvalue':
      return truth(node, around);
    default:
      return compared(
        name,
        args.map(it => foldedValue(it, around)),
      );
  }
}

/** Of numbers only: whether there is anything in a list. */
function isSome([of, than]: readonly GithubExpression[], around: Around): Guard {
  const isCount = of?.kind === 'call' && of.name === 'length' && than?.kind === 'constant';
  const value = isCount && than.text === '0' ? foldedValue(of, around) : undefined;
  return value ? equal(value, literal('0', value.at), false) : 'sometimes';
}

function compared(name: string, [of, ...others]: readonly (Expression | undefined)[]): Guard {
  const [other] = others;
  if (!of || !other) return 'sometimes';
  switch (name) {
    case 'eq':
    case 'ne':
      return equal(of, other, name === 'eq');
    case 'in':
      return oneOf(of, others);
    case 'notin':
      return negated(oneOf(of, others));
    case 'startswith':
      return { kind: 'part', of, part: other, place: 'start' };
    case 'endswith':
      return { kind: 'part', of, part: other, place: 'end' };
    case 'contains':
      return { kind: 'part', of, part: other, place: 'anywhere' };
    default:
      return 'sometimes';
  }
}

const equal = (left: Expression, right: Expression, isEqual: boolean): Condition => ({
  kind: 'texts',
  left,
  right,
  isEqual,
});

const oneOf = (of: Expression, others: readonly (Expression | undefined)[]): Guard =>
  anyOf(others.map(it => (it ? equal(of, it, true) : 'sometimes')));

/** They compare without regard to case, and what is not there is an empty text; `undefined` for what is not known. */
function foldedValue(node: GithubExpression, around: Around): Expression | undefined {
  const value = meaningIn(node, around);
  if (!value || value.kind === 'unknown') return undefined;
  const { at } = value;
  const filled: Expression = { kind: 'call', name: 'coalesce', args: [value, literal('', at)], at };
  return { kind: 'call', name: 'lower', args: [filled], at };
}

function meaningIn(node: GithubExpression, around: Around): Expression | undefined {
  const { region, reading, isLate, holes } = around;
  const hole = holes.get(node.start);
  if (hole) return templateExpression(region, hole.bodyStart, hole.bodyEnd, reading);
  const spelled = region.text.slice(node.start, node.end);
  if (isLate && node.kind === 'string' && spelled.includes('${{')) {
    return textExpression(subRegion(region, node.start + 1, node.end - 1), reading);
  }
  const isOpen = isLate && /\bvariables\b/i.test(spelled);
  return isOpen ? undefined : meaningOf(node, region, reading);
}
