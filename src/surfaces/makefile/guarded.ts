//! Steps that stand in arms of `ifeq`, as branches.

import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { BranchStep, Step } from '../../domain/step.ts';
import { type Expanding, expanded, placeOf } from '../../languages/make/expand.ts';
import type { Conditional, Guard } from '../../languages/make/tree.ts';

export interface GuardedSteps {
  readonly guards: readonly Guard[];
  readonly steps: readonly Step[];
}

/** Neighbours in one conditional share its branch. */
export function branched(
  all: readonly GuardedSteps[],
  expanding: Expanding,
  depth = 0,
): readonly Step[] {
  const steps: Step[] = [];
  for (let index = 0; index < all.length; ) {
    const first = all[index];
    const of = first?.guards[depth]?.of;
    if (!first || !of) {
      steps.push(...(first?.steps ?? []));
      index += 1;
      continue;
    }
    let end = index + 1;
    while (end < all.length && all[end]?.guards[depth]?.of === of) end += 1;
    const inside = all.slice(index, end);
    const arms = [0, 1].map(arm =>
      branched(
        inside.filter(it => it.guards[depth]?.arm === arm),
        expanding,
        depth + 1,
      ),
    );
    steps.push(branchOf(of, arms, expanding));
    index = end;
  }
  return steps;
}

function branchOf(
  of: Conditional,
  arms: readonly (readonly Step[])[],
  expanding: Expanding,
): BranchStep {
  const when = conditionOf(of, expanding);
  const at = placeOf({ start: of.start, end: of.start }, expanding);
  return { kind: 'branch', arms, isExhaustive: true, ...(when ? { when } : {}), at };
}

function conditionOf(
  { condition, start }: Conditional,
  expanding: Expanding,
): Condition | undefined {
  switch (condition.kind) {
    case 'texts': {
      const [left, right] = [condition.left, condition.right].map(it => expanded(it, expanding));
      return left && right && { kind: 'texts', left, right, isEqual: condition.isEqual };
    }
    case 'defined': {
      const at = placeOf({ start, end: start }, expanding);
      const name = expanding.region.text.slice(condition.name.start, condition.name.end);
      const left: Expression = { kind: 'reference', space: 'variable', name, at };
      return { kind: 'texts', left, right: literal('', at), isEqual: !condition.isDefined };
    }
    case 'other':
      return undefined;
  }
}
