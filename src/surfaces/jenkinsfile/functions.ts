//! A function of a pipeline's script: its parameters are what it is called with.

import type { DefineStep, Step } from '../../domain/step.ts';
import type { GroovyParameter, GroovyStatement } from '../../languages/groovy/tree.ts';
import { type Reading, scriptFunction, scriptVariable } from './reading.ts';
import { stepsOf } from './statements.ts';
import { expressionOf } from './values.ts';

export function defineStep(
  name: string,
  parameters: readonly GroovyParameter[],
  body: readonly GroovyStatement[],
  at: DefineStep['at'],
  outer: Reading,
): DefineStep {
  const [first] = parameters;
  const reading: Reading = {
    ...outer,
    isInFunction: true,
    ...(first ? { options: first.name } : {}),
  };
  const given = parameters.map(
    (parameter, index): Step => ({
      kind: 'assign',
      name: scriptVariable(parameter.name),
      value: {
        kind: 'reference',
        space: 'argument',
        name: `${index + 1}`,
        at: parameter.at,
        ...(parameter.fallback ? { otherwise: expressionOf(parameter.fallback, outer) } : {}),
      },
      appends: false,
      isLocal: true,
      onlyIfUnset: false,
      at: parameter.at,
    }),
  );
  return {
    kind: 'define',
    name: scriptFunction(name),
    body: [...given, ...stepsOf(body, reading)],
    at,
  };
}
