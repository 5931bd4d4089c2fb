//! Conditionals of HCL, and what of them can be decided.

import { expect, it } from 'vitest';
import type { Condition } from '../domain/condition.ts';
import { literalOf } from '../domain/literal.ts';
import { wholeFile } from '../domain/region.ts';
import { parseHcl } from '../languages/hcl/parse.ts';
import { conditionOf } from './hcl-condition.ts';

function conditionIn(source: string): Condition {
  const text = `value = ${source} ? 1 : 0`;
  const [attribute] = parseHcl(text).body.attributes;
  const value = attribute?.value;
  if (value?.kind !== 'conditional') return { kind: 'open' };
  return conditionOf(value.condition, wholeFile('main.tf', text));
}

function shown(condition: Condition): string {
  switch (condition.kind) {
    case 'texts': {
      const [left, right] = [condition.left, condition.right].map(it => literalOf(it) ?? it.kind);
      return `${left} ${condition.isEqual ? '=' : '≠'} ${right}`;
    }
    case 'part':
      return `${condition.place} ${literalOf(condition.part)}`;
    case 'not':
      return `not ${shown(condition.of)}`;
    case 'all':
    case 'any':
      return `${condition.kind}(${condition.of.map(shown).join(', ')})`;
    case 'outcome':
    case 'open':
      return condition.kind;
  }
}

it.each([
  ['var.x', 'reference = true'],
  ['!var.x', 'not reference = true'],
  ['(!!true)', 'true = true'],
  ['var.x == "a"', 'reference = a'],
  ['"a" != var.x', 'a ≠ reference'],
  ['var.x == null', 'reference = '],
  ['var.x && var.y || var.z', 'any(all(reference = true, reference = true), reference = true)'],
  ['length(var.x) > 0', 'call ≠ 0'],
  ['var.count >= 1', 'reference ≠ 0'],
  ['var.count > 1', 'open'],
  ['contains(["a", "b"], var.x)', 'any(reference = a, reference = b)'],
  ['contains(var.all, var.x)', 'open'],
  ['startswith(var.x, "pro")', 'start pro'],
  ['can(regex("^a", var.x))', 'open'],
  ['var.x == "a" == true', 'open'],
])('%s', (source, expected) => {
  expect(shown(conditionIn(source))).toBe(expected);
});
