//! A function of a pipeline's script: its parameters are what it is called with.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import type { DefineStep } from '../../domain/step.ts';
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
  const given = parameters.map(({ name, fallback, at }, index) => {
    const argument: Expression = {
      kind: 'reference',
      space: 'argument',
      name: `${index + 1}`,
      at,
      ...(fallback ? { otherwise: expressionOf(fallback, outer) } : {}),
    };
    return assigned(scriptVariable(name), argument, at, { isLocal: true });
  });
  return {
    kind: 'define',
    name: scriptFunction(name),
    body: [...given, ...stepsOf(body, reading)],
    at,
  };
}
