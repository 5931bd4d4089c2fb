//! Functions of the text: what they are, and what it means to call one.

import type { Expression } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import { type Lowering, placeIn } from './lowering.ts';
import { meaningOf, meaningOfType } from './meanings.ts';
import { namesSetIn, type Scope, variableName } from './scope.ts';
import { bodySteps } from './statements.ts';
import type { CodeArgument, CodeCall, CodeDefinition, CodeParameter } from './tree.ts';
import { codeValue, resultName } from './values.ts';

/** No program and no function of a shell is called like this. */
const calledAs = (name: string): string => `${name}()`;

/** What the function gave last. */
export const returnName = ({ title }: Scope): string => `return(${title})`;

/** The function itself; `name` is what calls say. */
export function definitionStep(
  name: string,
  definition: CodeDefinition,
  className: string | undefined,
  lowering: Lowering,
): Step {
  const { parameters, body } = definition;
  const scope = scopeOf(name, definition, className, lowering);
  const inside: Lowering = { ...lowering, scope, depth: lowering.depth + 1, isInline: false };
  for (const parameter of parameters) {
    const variable = variableName(parameter.name, scope);
    const meaning = meaningOfType(parameter.type, lowering);
    if (variable !== undefined && meaning) lowering.notes.meanings.set(variable, meaning);
  }
  const fallbacks = parameters.flatMap(it => fallbackStep(it, inside));
  const at = placeIn(lowering, { ...definition, end: definition.start });
  return {
    kind: 'define',
    name: calledAs(name),
    body: [...fallbacks, ...bodySteps(body, inside)],
    at,
  };
}

const scopeOf = (
  name: string,
  { parameters, body }: CodeDefinition,
  className: string | undefined,
  { scope }: Lowering,
): Scope => ({ title: name, names: namesSetIn(body, parameters), outer: scope, className });

function fallbackStep({ name, fallback }: CodeParameter, lowering: Lowering): readonly Step[] {
  const variable = variableName(name, lowering.scope);
  if (variable === undefined || !fallback) return [];
  const value = codeValue(fallback, lowering);
  return [{ ...assigned(variable, value, value.at), onlyIfUnset: true }];
}

export const assigned = (name: string, value: Expression, at: Span): Step & { kind: 'assign' } => ({
  kind: 'assign',
  name,
  value,
  appends: false,
  isLocal: false,
  onlyIfUnset: false,
  at,
});

/** The parameters are set, the function runs, and what it gives is kept for whoever uses it. */
export function functionCall(
  { name, definition }: { readonly name: string; readonly definition: CodeDefinition },
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] {
  const at = placeIn(lowering, call);
  const { self } = lowering.dialect;
  const [first, ...others] = definition.parameters;
  const isMethod =
    name.includes('.') && first !== undefined && (self.has(first.name) || first.name === 'cls');
  const parameters = isMethod ? others : definition.parameters;
  const variableOf = (parameter: string): string => `${name}(${parameter})`;
  const steps = parameters.flatMap((parameter, index) => {
    const argument = argumentFor(parameter, index, call.args);
    const meaning = argument && meaningOf(argument.value, lowering);
    const variable = variableOf(parameter.name);
    if (meaning) lowering.notes.meanings.set(variable, meaning);
    const value = parameter.isRest
      ? restValue(call.args.slice(index), at, lowering)
      : givenValue(parameter, argument, at, lowering);
    if (parameter.members.length === 0) return [assigned(variable, value, at)];
    return parameter.members.map(it =>
      assigned(variableOf(it.name), { kind: 'member', of: value, name: it.name, at }, at),
    );
  });
  const run: Step = { kind: 'command', words: [literal(calledAs(name), at)], environment: [], at };
  const given: Expression = { kind: 'reference', space: 'variable', name: `return(${name})`, at };
  return [...steps, run, assigned(resultName(call), given, at)];
}

function argumentFor(
  parameter: CodeParameter,
  index: number,
  args: readonly CodeArgument[],
): CodeArgument | undefined {
  const named = args.find(it => it.name === parameter.name);
  const inOrder = args[index];
  const isSpread = args.slice(0, index + 1).some(it => it.isSpread);
  return named ?? (isSpread || inOrder?.name !== undefined ? undefined : inOrder);
}

function givenValue(
  parameter: CodeParameter,
  argument: CodeArgument | undefined,
  at: Span,
  lowering: Lowering,
): Expression {
  const given = argument?.value ?? parameter.fallback;
  if (given) return codeValue(given, lowering);
  return unknownExpression({ kind: 'not-evaluated', text: parameter.name }, at);
}

function restValue(args: readonly CodeArgument[], at: Span, lowering: Lowering): Expression {
  const items = args
    .filter(it => it.name === undefined)
    .map((it): Expression => {
      const value = codeValue(it.value, lowering);
      return it.isSpread ? { kind: 'elements', of: value, at: value.at } : value;
    });
  return { kind: 'list', items, at };
}
