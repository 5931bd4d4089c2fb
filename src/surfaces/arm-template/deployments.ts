//! Deployments inside a template: one nested in it, or another file of the repository.
//! Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/linked-templates

import type { Step } from '../../domain/step.ts';
import type { JsonNode } from '../../languages/json/tree.ts';
import { deployed, templateStep } from '../arm-steps.ts';
import { expressionOf } from './expressions.ts';
import { givenValues } from './given-values.ts';
import { linkedPath } from './linked-path.ts';
import { memberOf, type Reading, spanOf, textAt } from './reading.ts';
import { type Around, headOf, stepsOfResources } from './resources.ts';
import { bindParameters, bindVariables, nestedScope } from './scopes.ts';

/** `around` is the deployment itself. */
export function deploymentSteps(
  deployment: JsonNode,
  around: Around,
  reading: Reading,
): readonly Step[] {
  const properties = memberOf(deployment, 'properties');
  const given = givenValues(memberOf(properties, 'parameters'), reading, expressionOf);
  const template = memberOf(properties, 'template');
  if (template?.kind === 'object') {
    const inside = hasOwnNames(properties)
      ? withOwnNames(template, around, given, reading)
      : reading;
    return stepsOfResources(memberOf(template, 'resources'), { ...around, type: '' }, inside);
  }
  const link = memberOf(properties, 'templateLink');
  const relative = memberOf(link, 'relativePath');
  const uri = memberOf(link, 'uri');
  const path = relative
    ? expressionOf(relative, reading)
    : uri && linkedPath(expressionOf(uri, reading), reading.bindings);
  if (!path) return [];
  const at = spanOf(reading, headOf(deployment));
  return deployed([templateStep(path, given, at)], around.when, at);
}

/** Unless it says so, what a nested template names is of the template around it. */
const hasOwnNames = (properties: JsonNode | undefined): boolean =>
  /^inner$/i.test(
    textAt(memberOf(memberOf(properties, 'expressionEvaluationOptions'), 'scope')) ?? '',
  );

function withOwnNames(
  template: JsonNode,
  { name }: Around,
  given: ReturnType<typeof givenValues>,
  reading: Reading,
): Reading {
  const inside: Reading = { ...reading, scope: nestedScope(template, name) };
  bindParameters(template, given, inside);
  bindVariables(template, inside);
  return inside;
}
