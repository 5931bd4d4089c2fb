//! What a template deploys, as steps: what Bicep and Azure Resource Manager templates say alike.

import { type ArmResource, armSteps } from '../domain/arm-resource.ts';
import type { Entry, Expression } from '../domain/expression.ts';
import type { Span } from '../domain/span.ts';
import type { Step } from '../domain/step.ts';

/** Both kinds of template are of this type: each may deploy the other. */
export const TEMPLATE = 'bicep-file';

/** What runs only if it is deployed at all. */
export const deployed = (steps: readonly Step[], isCertain: boolean, at: Span): readonly Step[] =>
  isCertain ? steps : [{ kind: 'branch', arms: [steps], isExhaustive: false, at }];

/** What a resource runs and holds; empty for one that is of no interest. */
export function resourceSteps(
  name: string,
  resource: ArmResource,
  isCertain: boolean,
): readonly Step[] {
  const { at } = resource;
  const steps = armSteps(resource);
  if (steps.length === 0) return [];
  return [{ kind: 'detached', name, body: deployed(steps, isCertain, at), at }];
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
