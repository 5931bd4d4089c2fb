//! What a template deploys, as steps: what Bicep and Azure Resource Manager templates say alike.

import { type ArmResource, armSteps } from '../domain/arm-resource.ts';
import type { Condition } from '../domain/condition.ts';
import type { Entry, Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import type { Step } from '../domain/step.ts';
import { unlessGiven } from './answers.ts';

/** Both kinds of template are of this type: each may deploy the other. */
export const TEMPLATE = 'bicep-file';

/** What runs only if it is deployed at all: always when nothing has to hold. */
export function deployed(
  steps: readonly Step[],
  when: Condition | undefined,
  at: Span,
): readonly Step[] {
  if (!when) return steps;
  return [{ kind: 'branch', arms: [steps], isExhaustive: false, when: unlessGiven(when, at), at }];
}

/** What has to hold for both. */
export function bothOf(
  one: Condition | undefined,
  other: Condition | undefined,
): Condition | undefined {
  return one && other ? { kind: 'all', of: [one, other] } : (one ?? other);
}

/** What a resource runs and holds; empty for one that is of no interest. */
export function resourceSteps(
  name: string,
  resource: ArmResource,
  when: Condition | undefined,
): readonly Step[] {
  const { at } = resource;
  const steps = armSteps(resource);
  if (steps.length === 0) return [];
  return [{ kind: 'detached', name, body: deployed(steps, when, at), at }];
}

/** A template of the repository that this one deploys in turn. */
export const templateStep = (path: Expression, inputs: readonly Entry[], at: Span): Step => ({
  kind: 'run',
  routine: TEMPLATE,
  path,
  from: 'own-folder',
  inputs,
  arguments: [],
  sharesProcess: false,
  at,
});
