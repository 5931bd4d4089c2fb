//! `when`: steps that run or do not.
//! Source: https://docs.ansible.com/ansible/latest/playbook_guide/playbooks_conditionals.html

import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { conditionOf } from '../../languages/jinja/jinja-text.ts';
import { isEmpty, type YamlNode, type YamlScalar } from '../../languages/yaml/tree.ts';
import { namesIn, type Reading } from './reading.ts';

/** All conditions of a list have to hold. */
export function underCondition(
  when: YamlNode | undefined,
  steps: readonly Step[],
  at: Span,
  reading: Reading,
): readonly Step[] {
  if (!when || isEmpty(when)) return steps;
  const all = when.kind === 'sequence' ? when.items : [when];
  return all.reduceRight<readonly Step[]>(
    (inner, it) => (it.kind === 'scalar' ? checked(it, inner, at, reading) : inner),
    steps,
  );
}

function checked(
  scalar: YamlScalar,
  steps: readonly Step[],
  at: Span,
  reading: Reading,
): readonly Step[] {
  const spelled = scalar.text.trim().toLowerCase();
  if (spelled === 'true' || spelled === 'yes') return steps;
  if (spelled === 'false' || spelled === 'no') return [];
  const condition = conditionOf(scalar.region, namesIn(reading));
  const when = condition ? { when: condition } : {};
  return [{ kind: 'branch', arms: [steps], isExhaustive: false, ...when, at }];
}
