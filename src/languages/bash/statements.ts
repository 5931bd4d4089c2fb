//! Lists, pipelines, `&&` and `||` to steps.

import type { AndOr, CommandNode, Pipeline, PipelineNode, Statement } from 'unbash';
import { type Condition, negated } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import type { BranchStep, Step } from '../../domain/step.ts';
import { spanAt } from '../script-text/source.ts';
import { commandSteps } from './commands.ts';
import { compoundSteps } from './compounds.ts';
import { together } from './condition-lists.ts';
import { conditionOf } from './conditions.ts';
import type { Context } from './context.ts';
import { inProcess } from './effects.ts';
import { simpleCommand, staticText } from './simple-command.ts';
import { merged, printedBy } from './writes.ts';

/** `a && b && c` inside each other; longer chains go on side by side. */
const CHAIN_DEEP_MAX = 32;

export const lowered = (statements: readonly Statement[], context: Context): readonly Step[] =>
  merged(statements.flatMap(statement => statementSteps(statement, context)));

function statementSteps(statement: Statement, context: Context): readonly Step[] {
  const { command, background } = statement;
  const steps =
    command.type === 'AndOr' ? andOrSteps(command, context) : nodeSteps(command, context);
  if (!background || steps.length === 0) return steps;
  return [inProcess(steps, spanAt(context.source, statement))];
}

/**
 * What follows `&&` runs when all before it went well, what follows `||` when something did not:
 * whether it does is not evaluated. A chain that ends in `|| exit` went well if anything comes after it.
 */
function andOrSteps(node: AndOr, context: Context): readonly Step[] {
  const chains: PipelineNode[][] = [[]];
  for (const [index, command] of node.commands.entries()) {
    if (index > 0 && node.operators[index - 1] === '||') chains.push([]);
    chains.at(-1)?.push(command);
  }
  const at = spanAt(context.source, node);
  return chains.flatMap((chain, index): readonly Step[] => {
    const next = chains[index + 1];
    const steps = isFollowedByEnd(next, context)
      ? chain.flatMap(command => nodeSteps(command, context))
      : chained(chain, at, context);
    if (index === 0) return next?.every(isIdle) ? steps.map(mayFail) : steps;
    const before = chains.slice(0, index).map(it => allOf(it, context));
    return optional(steps, at, negated(together('||', before)));
  });
}

const allOf = (chain: readonly PipelineNode[], context: Context): Condition | undefined =>
  together(
    '&&',
    chain.map(it => conditionOf(it, context)),
  );

const isIdle = (node: PipelineNode): boolean =>
  node.type === 'Command' && /^(?:true|:)$/.test(simpleCommand(node, undefined)?.name ?? '');

const mayFail = (step: Step): Step => (step.kind === 'command' ? { ...step, mayFail: true } : step);

const isFollowedByEnd = (chain: readonly PipelineNode[] | undefined, context: Context): boolean => {
  const [only, ...others] = chain ?? [];
  return only !== undefined && others.length === 0 && endsIn(nodeSteps(only, context));
};

const endsIn = (steps: readonly Step[]): boolean => {
  const last = steps.at(-1);
  return last?.kind === 'stop';
};

function chained(
  chain: readonly PipelineNode[],
  at: Step['at'],
  context: Context,
): readonly Step[] {
  const rest = chain.slice(CHAIN_DEEP_MAX);
  let steps: readonly Step[] = rest.flatMap(command => nodeSteps(command, context));
  for (const command of chain.slice(0, CHAIN_DEEP_MAX).toReversed()) {
    const following = optional(steps, at, conditionOf(command, context));
    const isExpected = isDeed(command) ? ({ isExpected: true } as const) : {};
    steps = [...nodeSteps(command, context), ...following.map(it => ({ ...it, ...isExpected }))];
  }
  return steps;
}

/** Commands that are run for their answer. */
const QUESTIONS = /^(?:\[|test|e?grep|command|which|type|hash|diff|cmp|false|pgrep)$/;
const ASKED = /^(?:show|exists|list|get|check|inspect|describe|status|version|-v|--version)$/;

/** Whether a command is run for what it does: what `&&` joins to it is not a case of two, but the next step. */
function isDeed(node: PipelineNode): boolean {
  if (node.type !== 'Command') return node.type === 'Subshell' || node.type === 'BraceGroup';
  const command = simpleCommand(node, undefined);
  if (!command) return true;
  const words = command.words.map(staticText);
  return !QUESTIONS.test(command.name ?? '') && !words.some(it => ASKED.test(it ?? ''));
}

const optional = (
  steps: readonly Step[],
  at: Step['at'],
  when: Condition | undefined,
): readonly BranchStep[] =>
  steps.length === 0
    ? []
    : [{ kind: 'branch', arms: [steps], isExhaustive: false, ...(when ? { when } : {}), at }];

const nodeSteps = (node: PipelineNode, context: Context): readonly Step[] =>
  node.type === 'Pipeline' ? pipelineSteps(node, context) : partSteps(node, undefined, context);

/** Each part runs in a process of its own; what one is known to print is what the next reads. */
function pipelineSteps(node: Pipeline, context: Context): readonly Step[] {
  const [only, ...others] = node.commands;
  if (only && others.length === 0) return partSteps(only, undefined, context);
  let carried: Expression | undefined;
  return node.commands.flatMap((part, index): readonly Step[] => {
    const isLast = index === node.commands.length - 1;
    const inside = isLast ? context : { ...context, output: undefined };
    const given = carried;
    carried = isLast ? undefined : carriedOn(part, node.commands[index + 1], given, inside);
    if (carried && !isTee(part)) return [];
    const steps = partSteps(part, given, inside);
    return steps.length === 0 ? [] : [inProcess(steps, spanAt(context.source, part))];
  });
}

const isTee = (node: CommandNode): boolean => node.type === 'Command' && node.name?.value === 'tee';

/** What `part` hands to `next`, when it does nothing else and `next` can take it. */
function carriedOn(
  part: CommandNode,
  next: CommandNode | undefined,
  piped: Expression | undefined,
  context: Context,
): Expression | undefined {
  if (part.type !== 'Command' || next?.type !== 'Command' || !next.name) return undefined;
  if (next.redirects.some(it => it.type !== 'Redirect' || it.operator === '<')) return undefined;
  const command = simpleCommand(part, piped);
  if (!command) return undefined;
  if (isTee(part)) return piped;
  if (command.redirects.some(it => it.type === 'Redirect')) return undefined;
  return printedBy(command, context);
}

const partSteps = (
  node: CommandNode,
  piped: Expression | undefined,
  context: Context,
): readonly Step[] =>
  node.type === 'Command' ? commandSteps(node, piped, context) : compoundSteps(node, context);
