//! `param(…)`: what a script or function is called with, bound to its variables.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { type Context, placeOf, reference } from './context.ts';
import type { PsParameter } from './tree.ts';
import { statementValue } from './values.ts';
import { FALSE, variableName } from './variables.ts';

/** The order counts; `resolve` binds by name, prefix, alias and position. */
export function bindingSteps(
  parameters: readonly PsParameter[],
  context: Context,
): readonly Step[] {
  const all = parameters.map(signatureOf).join(',');
  return parameters.flatMap((parameter, index) => {
    const at = placeOf(context, parameter);
    const name = variableName(parameter.name);
    const args = [reference('argument', '@', at), literal(String(index), at), literal(all, at)];
    const how = { isLocal: context.isInFunction };
    const argument: Expression = { kind: 'call', name: 'bound-argument', args, at };
    const given = assigned(name, argument, at, how);
    const fallback = fallbackOf(parameter, context);
    if (!fallback) return [given];
    const value: Expression = { ...reference('variable', name, at), otherwise: fallback };
    return [given, assigned(name, value, at, how)];
  });
}

function fallbackOf(parameter: PsParameter, context: Context): Expression | undefined {
  if (parameter.fallback) return statementValue(parameter.fallback, context);
  return parameter.isSwitch ? literal(FALSE, placeOf(context, parameter)) : undefined;
}

/** `!force`, `tenant|tenantid`: a switch has a mark, aliases stand behind the name. */
const signatureOf = ({ name, aliases, isSwitch }: PsParameter): string =>
  (isSwitch ? '!' : '') + [name, ...aliases].map(it => it.toLowerCase()).join('|');
