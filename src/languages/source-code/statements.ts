//! Statements to steps, in the order in which they run.

import { assigned } from '../../domain/assigned.ts';
import type { Condition } from '../../domain/condition.ts';
import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { assignmentSteps } from './assignments.ts';
import { effectsOf } from './calls.ts';
import { returnName } from './functions.ts';
import { type Lowering, placeIn } from './lowering.ts';
import { namesSetIn, variableName } from './scope.ts';
import type { Code, CodeArm, CodeFunction, Statement } from './tree.ts';
import { codeValue, listValue, plainText } from './values.ts';

/** Blocks deeper than these are passed over. */
const DEPTH_MAX = 100;

export function bodySteps(body: readonly Statement[], lowering: Lowering): readonly Step[] {
  const inside = { ...lowering, depth: lowering.depth + 1 };
  if (inside.depth > DEPTH_MAX) return [];
  return body.flatMap(it => statementSteps(it, inside));
}

function statementSteps(statement: Statement, lowering: Lowering): readonly Step[] {
  switch (statement.kind) {
    case 'expression':
      return effectsOf(statement.value, lowering);
    case 'assignment':
      return assignmentSteps(statement, lowering);
    case 'import':
    case 'function':
      return []; // See `program.ts`: these come before anything runs.
    case 'class':
      return classSteps(statement, lowering);
    case 'branch':
      return branchSteps(statement.arms, statement.isExhaustive, statement, lowering);
    case 'loop':
      return loopSteps(statement, lowering);
    case 'try':
      return trySteps(statement, lowering);
    case 'block':
      return bodySteps(statement.body, lowering);
    case 'stop':
      return stopSteps(statement, lowering);
  }
}

/** What a class sets its objects hold. */
function classSteps(
  { name, body }: Statement & { kind: 'class' },
  lowering: Lowering,
): readonly Step[] {
  const title = `${lowering.notes.stem}.self`;
  const scope = { title, names: namesSetIn(body), outer: lowering.scope, className: name };
  return bodySteps(body, { ...lowering, scope, isInline: true });
}

/** A function that is handed over, as a callback is: it runs where it stands. */
export function inlineBody(
  { parameters, body }: CodeFunction,
  lowering: Lowering,
): readonly Step[] {
  const names = namesSetIn(body, parameters);
  const { scope } = lowering;
  const own = { title: `${scope.title}.…`, names, outer: scope, className: scope.className };
  return bodySteps(body, { ...lowering, scope: own, isInline: true });
}

/** `else if` is a branch in the branch, so that each condition decides for itself. */
function branchSteps(
  arms: readonly CodeArm[],
  isExhaustive: boolean,
  statement: Statement,
  lowering: Lowering,
): readonly Step[] {
  const [first, ...others] = arms;
  if (!first) return [];
  const at = placeIn(lowering, statement);
  const before = first.condition ? effectsOf(first.condition, lowering) : [];
  const when = first.condition && conditionOf(first.condition, lowering);
  const yes = bodySteps(first.body, lowering);
  if (when && others.length <= ARMS_DECIDED_MAX) {
    const no = othersSteps(others, isExhaustive, statement, lowering);
    return [...before, { kind: 'branch', arms: [yes, no], isExhaustive: true, when, at }];
  }
  const rest = others.flatMap(it => (it.condition ? effectsOf(it.condition, lowering) : []));
  const all = [yes, ...others.map(it => bodySteps(it.body, lowering))];
  return [...before, ...rest, ...branchOf(all, isExhaustive, at)];
}

const ARMS_DECIDED_MAX = 12;

function othersSteps(
  others: readonly CodeArm[],
  isExhaustive: boolean,
  statement: Statement,
  lowering: Lowering,
): readonly Step[] {
  const [only, ...more] = others;
  if (only && more.length === 0 && !only.condition) return bodySteps(only.body, lowering);
  return branchSteps(others, isExhaustive, statement, lowering);
}

const branchOf = (
  arms: readonly (readonly Step[])[],
  isExhaustive: boolean,
  at: Step['at'],
): readonly Step[] =>
  arms.every(it => it.length === 0) ? [] : [{ kind: 'branch', arms, isExhaustive, at }];

/** Only of texts that are spelled out: what else is compared may not be one. */
function conditionOf(code: Code, lowering: Lowering): Condition | undefined {
  if (code.kind !== 'operation' || (code.operator !== '==' && code.operator !== '!='))
    return undefined;
  const [left, right, ...others] = code.operands;
  if (!left || !right || others.length > 0) return undefined;
  if (!plainText(left, lowering) && !plainText(right, lowering)) return undefined;
  return {
    kind: 'texts',
    left: codeValue(left, lowering),
    right: codeValue(right, lowering),
    isEqual: code.operator === '==',
  };
}

function loopSteps(statement: Statement & { kind: 'loop' }, lowering: Lowering): readonly Step[] {
  const { targets, items, body } = statement;
  const at = placeIn(lowering, statement);
  const before = items ? effectsOf(items, lowering) : [];
  const [only, ...others] = targets;
  const variable =
    only?.kind === 'name' && others.length === 0
      ? variableName(only.name, lowering.scope)
      : undefined;
  const steps = bodySteps(body, lowering);
  if (steps.length === 0) return before;
  const each = items ? itemsOf(items, lowering) : [];
  const loop: Step = {
    kind: 'loop',
    ...(variable === undefined ? {} : { variable }),
    items: each,
    body: steps,
    at,
  };
  return [...before, loop];
}

function itemsOf(items: Code, lowering: Lowering): readonly Expression[] {
  if (items.kind === 'list') {
    const list = listValue(items.items, items, lowering);
    return list.kind === 'list' ? list.items : [list];
  }
  const of = codeValue(items, lowering);
  return of.kind === 'unknown' ? [of] : [{ kind: 'elements', of, at: of.at }];
}

function trySteps(statement: Statement & { kind: 'try' }, lowering: Lowering): readonly Step[] {
  const at = placeIn(lowering, statement);
  const catches = statement.catches.map(it => bodySteps(it, lowering));
  return [
    ...bodySteps(statement.body, lowering),
    ...branchOf(catches, false, at),
    ...bodySteps(statement.last, lowering),
  ];
}

/** `break` and `throw` are not followed: what stands behind them counts as run. */
function stopSteps(statement: Statement & { kind: 'stop' }, lowering: Lowering): readonly Step[] {
  const { word, value } = statement;
  const before = value ? effectsOf(value, lowering) : [];
  if (word !== 'return' || lowering.isInline) return before;
  const at = placeIn(lowering, statement);
  const result = value
    ? [assigned(returnName(lowering.scope.title), codeValue(value, lowering), at)]
    : [];
  return [...before, ...result, { kind: 'stop', leaves: 'function', at }];
}
