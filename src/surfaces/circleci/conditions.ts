//! `condition:` of `when` and `unless`: a value, or logic over values.
//! Source: https://circleci.com/docs/reference/configuration-reference/#logic-statements

import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { allOf, anyOf, type Guard, negated } from '../../languages/github-expression/guards.ts';
import { entriesOf, itemsOf, scalarOf, type YamlNode } from '../../languages/yaml/tree.ts';
import type { Reading } from './reading.ts';
import { scalarValue } from './values.ts';

/** Deeper logic nobody writes. */
const DEPTH_MAX = 20;

export function guardOf(node: YamlNode | undefined, reading: Reading, depth = 0): Guard {
  if (!node || depth > DEPTH_MAX) return 'sometimes';
  const scalar = scalarOf(node);
  if (scalar) return truth(scalarValue(scalar, reading));
  const [entry, ...others] = entriesOf(node);
  if (!entry || others.length > 0) return 'sometimes';
  const { key, value } = entry;
  const inner = (): readonly Guard[] => itemsOf(value).map(it => guardOf(it, reading, depth + 1));
  switch (key.text) {
    case 'and':
      return allOf(inner());
    case 'or':
      return anyOf(inner());
    case 'not':
      return negated(guardOf(value, reading, depth + 1));
    case 'equal':
      return allEqual(itemsOf(value), reading);
    default:
      return 'sometimes';
  }
}

/** What is false, nothing or zero does not hold; any other text does. */
const truth = (of: Expression): Guard =>
  allOf(['', 'false', '0', 'null'].map(it => negated(equal(of, literal(it, of.at)))));

function allEqual(items: readonly YamlNode[], reading: Reading): Guard {
  const values = items.map(it => {
    const scalar = scalarOf(it);
    return scalar && scalarValue(scalar, reading);
  });
  const [first, ...others] = values;
  if (!first || others.length === 0) return 'sometimes';
  return allOf(others.map(it => (it ? equal(first, it) : 'sometimes')));
}

const equal = (left: Expression, right: Expression): Condition => ({
  kind: 'texts',
  left,
  right,
  isEqual: true,
});
