//! `if`, loops, `switch` and `try`.

import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { conditionOf } from './conditions.ts';
import { type Context, placeOf } from './context.ts';
import type { Stretch } from './operand-tree.ts';
import { staticText } from './pieces.ts';
import { bodyOf, maybe } from './statements.ts';
import type { PsIf, PsLoop, PsSwitch, PsTry, Statement } from './tree.ts';
import { statementValue } from './values.ts';
import { variableName } from './variables.ts';

export function ifSteps(node: PsIf, context: Context): readonly Step[] {
  let otherwise: readonly Step[] = node.otherwise ? bodyOf(node.otherwise, context) : [];
  for (const clause of node.clauses.toReversed()) {
    const [first] = clause.condition;
    const stretch = first ?? node;
    const before = bodyOf(clause.condition, context);
    const body = bodyOf(clause.body, context);
    const branch = branchOf(
      [body, otherwise],
      conditionOf(clause.condition, context),
      stretch,
      context,
    );
    otherwise = [...before, ...branch];
  }
  return otherwise;
}

function branchOf(
  arms: readonly (readonly Step[])[],
  when: Condition | undefined,
  stretch: Stretch,
  context: Context,
): readonly Step[] {
  if (arms.every(it => it.length === 0)) return [];
  const at = placeOf(context, stretch);
  return [{ kind: 'branch', arms, isExhaustive: true, ...(when ? { when } : {}), at }];
}

export function loopSteps(node: PsLoop, context: Context): readonly Step[] {
  const inside = { ...context, isInSwitch: false };
  const before = bodyOf(node.items, context);
  const body = bodyOf(node.body, inside);
  const at = placeOf(context, node);
  const { variable } = node;
  if (variable?.kind === 'variable') {
    const items = node.items.map((it): Expression => {
      const of = statementValue(it, { ...context, runsValues: false });
      return of.kind === 'text' ? of : { kind: 'elements', of, at: of.at };
    });
    return [...before, { kind: 'loop', variable: variableName(variable.name), items, body, at }];
  }
  if (body.length === 0) return before;
  const loop: Step = { kind: 'loop', items: [], body, at };
  // What runs at least once is no matter of chance.
  return node.isDo ? [...beginning(body), ...before, loop] : [...before, loop];
}

/** Steps that a first round surely comes to: those before anything that may leave it. */
function beginning(body: readonly Step[]): readonly Step[] {
  const end = body.findIndex(it => it.kind !== 'command' && it.kind !== 'assign');
  return end < 0 ? body : body.slice(0, end);
}

/** The first pattern that is the same text decides; patterns that are worked out leave all open. */
export function switchSteps(node: PsSwitch, context: Context): readonly Step[] {
  const inside = { ...context, isInSwitch: true };
  const before = bodyOf(node.subject, context);
  const subject = node.subject[0];
  const value = statementValue(subject, { ...context, runsValues: false });
  const bodies = node.cases.map(it => bodyOf(it.body, inside));
  const patterns = node.cases.map(it => staticText(it.pattern, context));
  const rest = node.cases.findIndex(it => it.pattern === undefined);
  const isPlain = node.cases.every(
    (it, index) => it.pattern === undefined || isPlainText(patterns[index]),
  );
  const at = placeOf(context, node);
  if (!isPlain || !subject) {
    if (bodies.every(it => it.length === 0)) return before;
    return [...before, { kind: 'branch', arms: bodies, isExhaustive: rest >= 0, at }];
  }
  let steps: readonly Step[] = bodies[rest] ?? [];
  for (const [index, body] of [...bodies.entries()].reverse()) {
    const { pattern } = node.cases[index] ?? {};
    const text = patterns[index];
    if (!pattern || text === undefined) continue;
    const place = placeOf(context, pattern);
    const left: Expression = { kind: 'call', name: 'lower', args: [value], at: place };
    const right = literal(text.toLowerCase(), place);
    steps = branchOf(
      [body, steps],
      { kind: 'texts', left, right, isEqual: true },
      pattern,
      context,
    );
  }
  return [...before, ...steps];
}

const isPlainText = (text: string | undefined): boolean =>
  text !== undefined && !/[*?[\]^$()|]/.test(text);

export function trySteps(node: PsTry, context: Context): readonly Step[] {
  const body = bodyOf(node.body, { ...context, isInTry: node.catches.length > 0 });
  const handlers = node.catches.flatMap(it => handlerSteps(it, node, context));
  return [...body, ...handlers, ...bodyOf(node.last, context)];
}

function handlerSteps(
  statements: readonly Statement[],
  node: PsTry,
  context: Context,
): readonly Step[] {
  const [first] = statements;
  const when = asksOnly(node.body) ? FAILED : {};
  return maybe(bodyOf(statements, context), first ?? node, context).map(it => ({ ...it, ...when }));
}

const FAILED = { when: { kind: 'outcome', isSuccess: false } } as const;

/** One command, maybe with its output kept: what is caught is that it failed. */
function asksOnly([only, ...others]: readonly Statement[]): boolean {
  const value = only?.kind === 'assignment' ? only.value : only;
  const [element, ...piped] = value?.kind === 'pipeline' ? value.elements : [];
  return others.length === 0 && piped.length === 0 && element?.kind === 'command';
}
