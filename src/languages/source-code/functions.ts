//! Functions of the text: what they are, and what it means to call one, here or from another file.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal, unknownExpression } from '../../domain/literal.ts';
import type { Span } from '../../domain/span.ts';
import type { Step } from '../../domain/step.ts';
import type { LibraryName } from './dialect.ts';
import { type Lowering, placeIn } from './lowering.ts';
import { type CalledFunction, meaningOf, meaningOfType } from './meanings.ts';
import { type Scope, variableName } from './scope.ts';
import { bodySteps } from './statements.ts';
import type { CodeArgument, CodeCall, CodeDefinition, CodeParameter } from './tree.ts';
import { codeValue, resultName } from './values.ts';

/** No program and no function of a shell is called like this. */
const calledAs = (title: string): string => `${title}()`;

/** What the function gave last. */
export const returnName = (title: string): string => `return(${title})`;

/** What callers give it: by place, by name. */
const givenAt = (title: string, place: number | string): string =>
  typeof place === 'number' ? `${title}(#${place})` : `${title}(${place}=)`;

/** The function itself; the title of its scope is what calls say. */
export function definitionStep(definition: CodeDefinition, scope: Scope, lowering: Lowering): Step {
  const { parameters, body } = definition;
  const { title } = scope;
  const inside: Lowering = { ...lowering, scope, depth: lowering.depth + 1, isInline: false };
  for (const parameter of parameters) {
    const variable = variableName(parameter.name, scope);
    const meaning = meaningOfType(parameter.type, lowering);
    if (variable !== undefined && meaning) lowering.notes.meanings.set(variable, meaning);
  }
  const at = placeIn(lowering, { ...definition, end: definition.start });
  const taken = withoutSelf(parameters, lowering).flatMap((it, index) =>
    parameterSteps(it, givenAt(title, index), inside),
  );
  return {
    kind: 'define',
    name: calledAs(title),
    body: [...taken, ...bodySteps(body, inside)],
    at,
  };
}

const withoutSelf = (
  parameters: readonly CodeParameter[],
  { dialect }: Lowering,
): readonly CodeParameter[] => {
  const [first, ...others] = parameters;
  return first && dialect.self.has(first.name) ? others : parameters;
};

/** What is given, else what the function says itself. */
function parameterSteps(
  parameter: CodeParameter,
  given: string,
  lowering: Lowering,
): readonly Step[] {
  const at = placeIn(lowering, parameter);
  const { title } = lowering.scope;
  const inOrder = variable(given, at);
  if (parameter.members.length > 0) {
    return parameter.members.map(({ name, fallback }) => {
      const part: Expression = { kind: 'member', of: inOrder, name, at };
      return assigned(`${title}(${name})`, firstOf([part], name, fallback, at, lowering), at);
    });
  }
  const { name, fallback } = parameter;
  const all = [inOrder, variable(givenAt(title, name), at)];
  return [assigned(`${title}(${name})`, firstOf(all, name, fallback, at, lowering), at)];
}

function firstOf(
  values: readonly Expression[],
  name: string,
  fallback: CodeParameter['fallback'],
  at: Span,
  lowering: Lowering,
): Expression {
  const last = fallback
    ? codeValue(fallback, lowering)
    : unknownExpression({ kind: 'not-evaluated', text: name }, at);
  return { kind: 'call', name: 'coalesce', args: [...values, last], at };
}

const variable = (name: string, at: Span): Expression => ({
  kind: 'reference',
  space: 'variable',
  name,
  at,
});

/** The parameters are set, the function runs, and what it gives is kept for whoever uses it. */
export function functionCall(
  { title, definition }: CalledFunction,
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] {
  const at = placeIn(lowering, call);
  const parameters = withoutSelf(definition.parameters, lowering);
  const steps = parameters.map((parameter, index) => {
    const argument = argumentFor(parameter, index, call.args);
    const meaning = argument && meaningOf(argument.value, lowering);
    if (meaning) lowering.notes.meanings.set(`${title}(${parameter.name})`, meaning);
    const value = parameter.isRest
      ? restValue(call.args.slice(index), at, lowering)
      : argument
        ? codeValue(argument.value, lowering)
        : literal('', at);
    return assigned(givenAt(title, index), value, at);
  });
  return [...steps, ...running(title, call, at)];
}

function running(title: string, call: CodeCall, at: Span): readonly Step[] {
  const run: Step = { kind: 'command', words: [literal(calledAs(title), at)], environment: [], at };
  return [run, assigned(resultName(call), variable(returnName(title), at), at)];
}

/** A function of another file, of which only its name is known here; without that file nothing happens. */
export function foreignCall(
  { library, name }: LibraryName,
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] {
  if (lowering.dialect.filesOf(library).length === 0) return [];
  const at = placeIn(lowering, call);
  const title = `${stemOf(library)}.${name}`;
  const steps = call.args.flatMap((argument, index) => {
    if (argument.isSpread) return [];
    const place = argument.name ?? index;
    return [assigned(givenAt(title, place), codeValue(argument.value, lowering), at)];
  });
  return [...steps, ...running(title, call, at)];
}

/** The name of the file without its folder and ending: `azure_cli` of `lib.azure_cli` and of `lib/azure_cli.py`. */
export const stemOf = (path: string): string => {
  const name = path.replace(/\.(?:pyw?|[cm]?[jt]sx?|cs|java|go)$/i, '');
  return /[^/.\\]+$/.exec(name)?.[0] ?? 'main';
};

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

function restValue(args: readonly CodeArgument[], at: Span, lowering: Lowering): Expression {
  const items = args
    .filter(it => it.name === undefined)
    .map((it): Expression => {
      const value = codeValue(it.value, lowering);
      return it.isSpread ? { kind: 'elements', of: value, at: value.at } : value;
    });
  return { kind: 'list', items, at };
}
