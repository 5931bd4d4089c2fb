//! What an `if:` of a workflow lets run.

import { describe, expect, it } from 'vitest';
import { conditionText } from '../../../test/outline.ts';
import { verbatim } from '../../domain/region.ts';
import { conditionOf, type RunCondition } from './condition.ts';
import type { Contexts } from './meaning.ts';

const CONTEXTS: Contexts = { read: () => undefined, isBoolean: path => path[1] === 'flag' };

const condition = (source: string): RunCondition =>
  conditionOf(verbatim('a.yml', source, 10), CONTEXTS, 'always');

function shown({ guard, isForFailure }: RunCondition): string {
  const text = typeof guard === 'string' ? guard : `if ${conditionText(guard)}`;
  return isForFailure ? `after a failure: ${text}` : text;
}

describe('conditionOf', () => {
  it.each([
    ['always()', 'always'],
    [`\${{ always() }}`, 'always'],
    ['success()', 'always'],
    ['!cancelled()', 'always'],
    ['success() || failure()', 'always'],
    ["needs.a.result != 'failure'", 'always'],
    ["!contains(needs.*.result, 'failure')", 'always'],
    ["job.status == 'success'", 'always'],
    ['true', 'always'],
    ["'a' == 'A'", 'always'],
    ['false', 'never'],
    [`\${{ false }}`, 'never'],
    ["false && github.ref == 'x'", 'never'],
    ["success() && 'a' == 'b'", 'never'],
    ['failure()', 'after a failure: sometimes'],
    ['cancelled()', 'after a failure: sometimes'],
    ["failure() && env.A == 'x'", 'after a failure: if all (lower(<variable A>) is x, ?)'],
    ["always() && needs.a.result == 'failure'", 'after a failure: sometimes'],
    ["contains(needs.*.result, 'failure')", 'after a failure: sometimes'],
    ['!always()', 'never'],
    ["github.ref == 'refs/heads/main'", 'sometimes'],
    ["always() && github.ref == 'x'", 'sometimes'],
    ["steps.a.outcome == 'failure'", 'sometimes'],
    ["env.A == 'x'", 'if lower(<variable A>) is x'],
    ["'x' != env.A", 'if x is not lower(<variable A>)'],
    ["github.ref == 'x' && env.A == 'y'", 'if all (?, lower(<variable A>) is y)'],
    ["!(inputs.a == 'x')", 'if lower(<input a>) is not x'],
    [
      'inputs.flag',
      'if all (lower(<input flag>) is not , lower(<input flag>) is not false, lower(<input flag>) is not 0)',
    ],
    [
      'inputs.a',
      'if all (lower(<input a>) is not , any (all (lower(<input a>) is not false, lower(<input a>) is not 0), ?))',
    ],
    ["inputs.flag == 'true'", 'sometimes'],
    [
      'contains(fromJSON(\'["a", "b"]\'), env.A)',
      'if any (lower(<variable A>) is a, lower(<variable A>) is b)',
    ],
    ["startsWith(env.A, 'x')", 'if lower(<variable A>) has x at start'],
    [`\${{ github.ref }} == 'x'`, 'sometimes'],
    ['not an expression', 'sometimes'],
  ] as const)('%s runs %s', (source, expected) => {
    expect(shown(condition(source))).toBe(expected);
  });

  it.each([
    ["github.ref == 'a'", "github.ref  !=  'a'"],
    ['inputs.a', '! inputs.a'],
    ["!(env.A == 'x')", "env.A == 'x'"],
    ['a && b', '!(a && b)'],
  ])('%s is the opposite of %s', (one, other) => {
    expect(condition(one).opposite).toBe(condition(other).key);
    expect(condition(other).opposite).toBe(condition(one).key);
    expect(condition(one).opposite).not.toBe(condition(one).key);
  });
});
