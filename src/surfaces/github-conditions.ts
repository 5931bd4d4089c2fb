//! Steps and jobs under an `if:`.
//! Source: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsif

import type { Step } from '../domain/step.ts';
import {
  ALWAYS,
  conditionOf,
  type RunCondition,
} from '../languages/github-expression/condition.ts';
import { type Guard, whenOf } from '../languages/github-expression/guards.ts';
import { childOf, isEmpty, scalarOf, type YamlMapping } from '../languages/yaml/tree.ts';
import type { Reading } from './github-reading.ts';

export interface Conditioned {
  readonly step: Step;
  readonly condition: RunCondition;
}

/** `success`: what `success()` asks for at this place. */
export function conditionIn(
  node: YamlMapping,
  { contexts }: Reading,
  success: Guard = 'always',
): RunCondition {
  const scalar = scalarOf(childOf(node, 'if'));
  return scalar && !isEmpty(scalar) ? conditionOf(scalar.region, contexts, success) : ALWAYS;
}

interface Group {
  readonly condition: RunCondition;
  readonly arm: Step[];
  readonly otherwise: Step[];
}

/** Neighbours with the same condition run together or not at all, those with opposite ones never together. */
export function underConditions(all: readonly Conditioned[]): readonly Step[] {
  const groups: Group[] = [];
  for (const { step, condition } of all) {
    if (condition.guard === 'never') continue;
    const last = groups.at(-1);
    const open = last && armFor(condition, last);
    if (open) open.push(step);
    else groups.push({ condition, arm: [step], otherwise: [] });
  }
  return groups.flatMap(it => (it.condition.guard === 'always' ? it.arm : branchOf(it)));
}

function armFor(condition: RunCondition, { condition: last, arm, otherwise }: Group) {
  if (last.guard === 'always' || condition.guard === 'always') {
    return last.guard === condition.guard ? arm : undefined;
  }
  if (condition.key === last.key) return arm;
  const isOpposite = condition.key === last.opposite && !condition.isForFailure;
  return isOpposite && !last.isForFailure ? otherwise : undefined;
}

function branchOf({ condition, arm, otherwise }: Group): readonly Step[] {
  const [first] = arm;
  if (!first) return [];
  const { at } = first;
  const { guard, isForFailure } = condition;
  // After a failure nothing else is run, so that nothing of this is left for what comes next.
  const stop: readonly Step[] = isForFailure ? [{ kind: 'stop', leaves: 'program', at }] : [];
  const arms = [[...arm, ...stop], otherwise].filter(it => it.length > 0);
  return [{ kind: 'branch', arms, isExhaustive: arms.length > 1, ...whenOf(guard), at }];
}
