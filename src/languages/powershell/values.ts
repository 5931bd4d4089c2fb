//! Operands and statements to the values they stand for.

import type { Entry, Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { indexValue, invocationValue, memberValue } from './accesses.ts';
import { type Context, notEvaluated, placeOf, reference } from './context.ts';
import type { Operand, PsGroup, PsHash, PsSplat, Stretch } from './operand-tree.ts';
import { itemsValue } from './operators.ts';
import { staticText, stringValue } from './pieces.ts';
import { statementSteps } from './statements.ts';
import type { PsPipeline, Statement } from './tree.ts';
import { commandValue } from './value-cmdlets.ts';
import { isArguments, variableName, variableValue } from './variables.ts';

export function operandValue(operand: Operand, context: Context): Expression {
  switch (operand.kind) {
    case 'string':
    case 'word':
      return stringValue(operand, context);
    case 'variable':
      return variableValue(operand, context);
    case 'group':
      return groupValue(operand, context);
    case 'hash':
      return hashValue(operand, context);
    case 'splat':
      return splatValue(operand, context);
    case 'member':
      return memberValue(operand, context);
    case 'index':
      return indexValue(operand, context);
    case 'invocation':
      return invocationValue(operand, context);
    case 'number': {
      const { start, end } = operand;
      return literal(context.source.text.slice(start, end), placeOf(context, operand));
    }
    case 'block':
    case 'type':
      return notEvaluated(context, operand);
  }
}

/** What the statement puts out. */
export function statementValue(statement: Statement | undefined, context: Context): Expression {
  switch (statement?.kind) {
    case 'pipeline':
      return pipelineValue(statement, context);
    case 'assignment':
      return statementValue(statement.value, context);
    case 'if': {
      const bodies = statement.clauses.map(it => it.body);
      const rest = statement.otherwise ?? [];
      const options = [...bodies, rest].map(body => bodyValue(body, statement, context));
      return { kind: 'choice', options, at: placeOf(context, statement) };
    }
    case 'switch': {
      const options = statement.cases.map(it => bodyValue(it.body, statement, context));
      if (options.length === 0) return notEvaluated(context, statement);
      return { kind: 'choice', options, at: placeOf(context, statement) };
    }
    case 'try':
      return bodyValue(statement.body, statement, context);
    case undefined:
      return literal('', context.source.region.at);
    case 'loop':
    case 'function':
    case 'parameters':
    case 'nested':
    case 'stop':
      return notEvaluated(context, statement);
  }
}

function bodyValue(body: readonly Statement[], around: Stretch, context: Context): Expression {
  const [only, ...others] = body;
  if (!only) return literal('', placeOf(context, around));
  return others.length === 0 ? statementValue(only, context) : notEvaluated(context, only);
}

function pipelineValue(pipeline: PsPipeline, context: Context): Expression {
  const [first, ...others] = pipeline.elements;
  if (!first || pipeline.next) return outputOf([pipeline], pipeline, context);
  if (others.length === 0 && first.kind === 'expression') return itemsValue(first.items, context);
  const found = commandValue(pipeline, context);
  return found ?? outputOf([pipeline], pipeline, context);
}

/** What commands print; where they run already it is only not known. */
function outputOf(statements: readonly Statement[], around: Stretch, context: Context): Expression {
  if (!context.runsValues) return printedBy(around, statements, context);
  const of = statements.flatMap(it => statementSteps(it, { ...context, isInFunction: true }));
  return { kind: 'output', of, at: placeOf(context, around) };
}

/** Named after the command alone: its arguments may be secrets. */
function printedBy(around: Stretch, [first]: readonly Statement[], context: Context): Expression {
  const command =
    first?.kind === 'pipeline' ? first.elements.find(it => it.kind === 'command') : undefined;
  return notEvaluated(context, command ? command.name : { ...around, end: around.start });
}

function groupValue(group: PsGroup, context: Context): Expression {
  const at = placeOf(context, group);
  const [only, ...others] = group.body;
  if (group.opener === '@(') return { kind: 'list', items: listItems(group.body, context), at };
  if (!only) return literal('', at);
  return others.length === 0 ? statementValue(only, context) : outputOf(group.body, group, context);
}

function listItems(body: readonly Statement[], context: Context): readonly Expression[] {
  return body.flatMap((statement): readonly Expression[] => {
    const value = statementValue(statement, context);
    if (value.kind === 'list') return value.items;
    return value.kind === 'text' ? [value] : [{ kind: 'elements', of: value, at: value.at }];
  });
}

/** Keys in lower case; with one that is worked out nothing is known of the rest. */
function hashValue(hash: PsHash, context: Context): Expression {
  const entries: Entry[] = [];
  for (const entry of hash.entries) {
    const name = staticText(entry.key, context);
    if (name === undefined) return notEvaluated(context, hash);
    const value = statementValue(entry.value, context);
    entries.push({ name: name.toLowerCase(), value, at: placeOf(context, entry) });
  }
  return { kind: 'object', entries, at: placeOf(context, hash) };
}

function splatValue({ name, start, end }: PsSplat, context: Context): Expression {
  const at = placeOf(context, { start, end });
  const of = isArguments(name)
    ? reference('argument', '@', at)
    : reference('variable', variableName(name), at);
  return { kind: 'elements', of, at };
}
