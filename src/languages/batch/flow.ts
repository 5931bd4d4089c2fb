//! Statements to steps: labels become functions, a jump ahead leaves out what it jumps over.

import type { Condition } from '../../domain/condition.ts';
import { literal } from '../../domain/literal.ts';
import type { BranchStep, DefineStep, Step } from '../../domain/step.ts';
import { commandSteps } from './commands.ts';
import { type Context, labelName, placeOf } from './context.ts';
import { gotoLabel, jumpSteps } from './jumps.ts';
import { loopSteps } from './loops.ts';
import type { BatchCondition, Statement } from './tree.ts';
import { textWord, unquoted, wordExpression } from './words.ts';

export function programSteps(context: Context): readonly Step[] {
  const { statements } = context;
  const main = flowSteps(0, statements.length, context);
  const defined = new Map<string, DefineStep>();
  // What stands at a label may reach further ones.
  for (const label of context.reached) {
    const index = context.labels.get(label);
    const statement = index === undefined ? undefined : statements[index];
    if (index === undefined || !statement) continue;
    const body = flowSteps(index + 1, statements.length, context);
    const name = labelName(label);
    defined.set(label, {
      kind: 'define',
      name,
      isPrivate: true,
      body,
      at: placeOf(context, statement),
    });
  }
  return [...defined.values(), ...main];
}

/** From one statement to before another, as far as they are run. */
function flowSteps(from: number, to: number, context: Context): readonly Step[] {
  const steps: Step[] = [];
  const { statements, labels, budget } = context;
  for (let index = from; index < to; ) {
    const statement = statements[index];
    budget.statementsLeft -= 1;
    if (!statement || budget.statementsLeft < 0) break;
    const label = statement.kind === 'command' ? gotoLabel(statement, context) : undefined;
    const target = label === undefined ? undefined : labels.get(label);
    if (label !== undefined) {
      if (target === undefined || target <= index || target > to) {
        return [...steps, ...jumpSteps(label, statement, context)];
      }
      index = target;
      continue;
    }
    const skip = skipAhead(statement, index, to, context);
    steps.push(...(skip?.steps ?? statementSteps(statement, context)));
    index = skip?.next ?? index + 1;
    if (steps.at(-1)?.kind === 'stop') return steps;
  }
  return steps;
}

/** `if … goto x`, with `:x` further down: what lies between runs when the condition does not hold. */
function skipAhead(
  statement: Statement,
  index: number,
  to: number,
  context: Context,
): { readonly steps: readonly Step[]; readonly next: number } | undefined {
  if (statement.kind !== 'if') return undefined;
  const last = statement.then.at(-1);
  const label = last?.kind === 'command' ? gotoLabel(last, context) : undefined;
  const target = label === undefined ? undefined : context.labels.get(label);
  if (target === undefined || target <= index || target > to) return undefined;
  const then = bodySteps(statement.then.slice(0, -1), context);
  const otherwise = bodySteps(statement.otherwise, context);
  const between = flowSteps(index + 1, target, context);
  const steps = branchOf(statement, [then, [...otherwise, ...between]], context);
  return { steps, next: target };
}

export const bodySteps = (body: readonly Statement[], context: Context): readonly Step[] =>
  body.flatMap(it => statementSteps(it, context));

function statementSteps(statement: Statement, context: Context): readonly Step[] {
  switch (statement.kind) {
    case 'command':
      return commandSteps(statement, context);
    case 'group':
      return bodySteps(statement.body, context);
    case 'chain':
      return chainSteps(statement, context);
    case 'if': {
      const arms = [statement.then, statement.otherwise].map(it => bodySteps(it, context));
      return arms.every(it => it.length === 0) ? [] : branchOf(statement, arms, context);
    }
    case 'for':
      return loopSteps(statement, bodySteps(statement.body, context), context);
    case 'label':
      return [];
  }
}

function branchOf(
  statement: Statement & { kind: 'if' },
  arms: readonly (readonly Step[])[],
  context: Context,
): readonly Step[] {
  const when = conditionOf(statement.condition, context);
  const at = placeOf(context, statement);
  return [{ kind: 'branch', arms, isExhaustive: true, ...(when ? { when } : {}), at }];
}

function chainSteps(statement: Statement & { kind: 'chain' }, context: Context): readonly Step[] {
  const first = statementSteps(statement.first, context);
  const second = statementSteps(statement.second, context);
  const at = placeOf(context, statement);
  switch (statement.operator) {
    case '&':
      return [...first, ...second];
    case '|':
      return [first, second].flatMap((body): readonly Step[] =>
        body.length === 0 ? [] : [{ kind: 'scope', ends: 'process', environment: [], body, at }],
      );
    case '&&':
    case '||': {
      if (second.length === 0) return first;
      const isSuccess = statement.operator === '&&';
      const isAsked = first.at(-1)?.kind === 'command';
      const when: Pick<BranchStep, 'when'> = isAsked
        ? { when: { kind: 'outcome', isSuccess } }
        : {};
      return [...first, { kind: 'branch', arms: [second], isExhaustive: false, ...when, at }];
    }
  }
}

function conditionOf(condition: BatchCondition, context: Context): Condition | undefined {
  switch (condition.kind) {
    case 'errorlevel': {
      const { isFailure } = condition;
      return isFailure === undefined ? undefined : { kind: 'outcome', isSuccess: !isFailure };
    }
    case 'defined': {
      const at = placeOf(context, { start: 0, end: 0 });
      const name = context.names.get(condition.name.toLowerCase()) ?? condition.name;
      const left = { kind: 'reference', space: 'variable', name, at } as const;
      return { kind: 'texts', left, right: literal('', at), isEqual: condition.isNegated };
    }
    case 'texts': {
      const [left, right] = [condition.left, condition.right].map(stretch => {
        const word = textWord(unquoted(stretch, context.source.text), context);
        const value = wordExpression(word, context);
        return condition.ignoresCase
          ? ({ kind: 'call', name: 'lower', args: [value], at: value.at } as const)
          : value;
      });
      return left && right && { kind: 'texts', left, right, isEqual: condition.isEqual };
    }
    case 'other':
      return undefined;
  }
}
