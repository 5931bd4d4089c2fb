//! Statements to steps.

import type { BranchStep, Step } from '../../domain/step.ts';
import { holeAt } from '../script-text/source.ts';
import { assignmentSteps, mutationSteps } from './assignments.ts';
import { pipedBlocks } from './blocks.ts';
import { cmdletName } from './command-words.ts';
import { commandSteps } from './commands.ts';
import { ifSteps, loopSteps, switchSteps, trySteps } from './compounds.ts';
import { type Context, placeOf } from './context.ts';
import { effectsOfItems } from './effects.ts';
import type { Stretch } from './operand-tree.ts';
import { itemsValue, withoutCasts } from './operators.ts';
import { bindingSteps } from './parameters.ts';
import type { PsElement, PsExpression, PsFunction, PsPipeline, PsStop, Statement } from './tree.ts';
import { statementValue } from './values.ts';
import { variableName } from './variables.ts';
import { redirectedSteps } from './writes.ts';

export const bodyOf = (statements: readonly Statement[], context: Context): readonly Step[] =>
  statements.flatMap((it, index) =>
    statementSteps(it, { ...context, asked: askedBy(statements[index - 1], context) }),
  );

/** `$x` of `$x = Get-AzContext`, `$x = az account show | ConvertFrom-Json`: right behind it `if ($x)` asks how the command went. */
function askedBy(statement: Statement | undefined, context: Context): string | undefined {
  if (statement?.kind !== 'assignment' || statement.operator !== '=') return undefined;
  const [target, ...others] = withoutCasts(statement.target);
  const { value } = statement;
  if (target?.kind !== 'operand' || target.operand.kind !== 'variable' || others.length > 0) {
    return undefined;
  }
  const [asked, ...rest] = value?.kind === 'pipeline' ? value.elements : [];
  const isCommand = asked?.kind === 'command' && rest.every(it => isReader(it, context));
  return isCommand ? variableName(target.operand.name) : undefined;
}

const isReader = (element: PsElement, context: Context): boolean =>
  element.kind === 'command' && cmdletName(element, context) === 'convertfrom-json';

export function statementSteps(statement: Statement, context: Context): readonly Step[] {
  switch (statement.kind) {
    case 'pipeline':
      return pipelineSteps(statement, context);
    case 'assignment':
      return assignmentSteps(statement, context);
    case 'if':
      return ifSteps(statement, context);
    case 'loop':
      return loopSteps(statement, context);
    case 'switch':
      return switchSteps(statement, context);
    case 'try':
      return trySteps(statement, context);
    case 'function':
      return [definition(statement, context)];
    case 'parameters':
      return bindingSteps(statement.parameters, context);
    case 'nested':
      return nestedSteps(statement.body, statement.isCertain, statement, context);
    case 'stop':
      return stopSteps(statement, context);
  }
}

function nestedSteps(
  statements: readonly Statement[],
  isCertain: boolean,
  stretch: Stretch,
  context: Context,
): readonly Step[] {
  const body = bodyOf(statements, context);
  return isCertain ? body : maybe(body, stretch, context);
}

/** Steps that may run or not. */
export const maybe = (
  body: readonly Step[],
  stretch: Stretch,
  context: Context,
): readonly BranchStep[] =>
  body.length === 0
    ? []
    : [{ kind: 'branch', arms: [body], isExhaustive: false, at: placeOf(context, stretch) }];

function definition(node: PsFunction, context: Context): Step {
  const inside: Context = {
    ...context,
    isInFunction: true,
    isInSwitch: false,
    isInTry: false,
    runsValues: true,
  };
  const body = [...bindingSteps(node.parameters, inside), ...bodyOf(node.body, inside)];
  return { kind: 'define', name: node.name.toLowerCase(), body, at: placeOf(context, node) };
}

function stopSteps(stop: PsStop, context: Context): readonly Step[] {
  const before = stop.value ? statementSteps(stop.value, context) : [];
  const leaves = leftBy(stop, context);
  return leaves ? [...before, { kind: 'stop', leaves, at: placeOf(context, stop) }] : before;
}

function leftBy({ word }: PsStop, context: Context): 'loop' | 'function' | 'program' | undefined {
  switch (word) {
    case 'return':
      return 'function';
    case 'exit':
      return 'program';
    case 'throw':
      return context.isInTry ? undefined : 'program';
    case 'break':
    case 'continue':
      return context.isInSwitch ? undefined : 'loop';
  }
}

/** What follows `&&` runs when all before it went well, what follows `||` when it did not. */
function pipelineSteps(pipeline: PsPipeline, context: Context): readonly Step[] {
  const steps = pipeline.elements.flatMap((element, index) =>
    elementSteps(element, pipeline, index, context),
  );
  const { next } = pipeline;
  if (!next) return steps;
  const body = statementSteps(next.statement, context);
  if (body.length === 0) return steps;
  const at = placeOf(context, next.statement);
  const isSuccess = next.operator === '&&';
  const [only, ...others] = pipeline.elements;
  const isCommand = only?.kind === 'command' && others.length === 0;
  const when = isCommand ? { when: { kind: 'outcome' as const, isSuccess } } : {};
  return [...steps, { kind: 'branch', arms: [body], isExhaustive: false, ...when, at }];
}

function elementSteps(
  element: PsElement,
  pipeline: PsPipeline,
  index: number,
  context: Context,
): readonly Step[] {
  if (element.kind === 'expression') return expressionSteps(element, pipeline, index, context);
  const given = index === 1 ? pipedBlocks(pipeline, context) : [];
  // What three and more put out is not known, however many there are.
  const before = pipeline.elements.slice(0, Math.min(index, 3));
  const piped =
    before.length === 0
      ? undefined
      : statementValue(
          { kind: 'pipeline', elements: before, start: pipeline.start, end: element.start },
          { ...context, runsValues: false },
        );
  return [...given, ...commandSteps(element, piped, context)];
}

function expressionSteps(
  expression: PsExpression,
  pipeline: PsPipeline,
  index: number,
  context: Context,
): readonly Step[] {
  const items = withoutCasts(expression.items);
  const [only, ...others] = items;
  const operand = only?.kind === 'operand' && others.length === 0 ? only.operand : undefined;
  if (operand?.kind === 'invocation') {
    const found = mutationSteps(operand, context);
    if (found) return [...effectsOfItems(items, context), ...found];
  }
  const isAlone = index === 0 && pipeline.elements.length === 1;
  if (operand?.kind === 'variable' && isAlone) {
    // The host's text as a whole line: `${{ inputs.script }}`.
    const hole = holeAt(context.source.region, operand.start, operand.end);
    const at = placeOf(context, operand);
    if (hole) return [{ kind: 'script', language: 'powershell', source: hole.expression, at }];
  }
  const effects = effectsOfItems(items, context);
  if (expression.redirects.length === 0) return effects;
  const content = itemsValue(items, { ...context, runsValues: false });
  return [...effects, ...redirectedSteps(expression.redirects, content, expression, context)];
}
