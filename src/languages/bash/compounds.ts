//! `if`, `case`, loops, groups, functions, `[[ ]]` to steps.

import type {
  ArithmeticFor,
  Command,
  CommandNode,
  CompoundList,
  Coproc,
  For,
  Function as FunctionNode,
  If,
  Redirected,
  Select,
  While,
} from 'unbash';
import type { Condition } from '../../domain/condition.ts';
import type { Step } from '../../domain/step.ts';
import { holeAt, spanAt } from '../script-text/source.ts';
import { assignUnknown } from './assignments.ts';
import { caseSteps } from './cases.ts';
import { commandSteps } from './commands.ts';
import { chainCondition } from './condition-lists.ts';
import { conditionOf } from './conditions.ts';
import type { Context } from './context.ts';
import { arithmeticNames } from './declarations.ts';
import { effectsOf, effectsOfRedirects, inProcess } from './effects.ts';
import { allArguments } from './expansions.ts';
import { destinationOf } from './redirections.ts';
import { roundCondition } from './rounds.ts';
import { lowered } from './statements.ts';
import { wordsOf } from './words.ts';

type Compound = Exclude<CommandNode, Command>;

export function compoundSteps(node: Compound, context: Context): readonly Step[] {
  switch (node.type) {
    case 'If':
      return ifSteps(node, context);
    case 'Case':
      return caseSteps(node, context);
    case 'For':
    case 'Select':
      return forSteps(node, context);
    case 'ArithmeticFor':
      return arithmeticForSteps(node, context);
    case 'While':
      return whileSteps(node, context);
    case 'Subshell':
      return process(lowered(node.body.commands, context), node, context);
    case 'BraceGroup':
      return lowered(node.body.commands, context);
    case 'TestCommand':
      return effectsOf([node.expression], context);
    case 'ArithmeticCommand':
      return [
        ...(node.expression ? effectsOf([node.expression], context) : []),
        ...arithmeticNames(node.body).map(name => assignUnknown(name, node, context)),
      ];
    case 'Redirected':
      return redirectedSteps(node, context);
    case 'Function':
      return defineSteps(node, context);
    case 'Coproc':
      return process(bodySteps(node.body, context), node, context);
  }
}

const process = (steps: readonly Step[], node: Compound, context: Context): readonly Step[] =>
  steps.length === 0 ? [] : [inProcess(steps, spanAt(context.source, node))];

/** A list stands there only in broken text. */
const bodySteps = (
  body: FunctionNode['body'] | Coproc['body'],
  context: Context,
): readonly Step[] => {
  if (body.type === 'CompoundList') return lowered(body.commands, context);
  return body.type === 'Command'
    ? commandSteps(body, undefined, context)
    : compoundSteps(body, context);
};

/** What follows from `elif` to `elif`; the conditions of a longer chain are taken to be tests only. */
const ELIF_DEEP_MAX = 32;

/** The condition runs whatever comes of it; a later one only when the one before failed. */
function ifSteps(node: If, context: Context): readonly Step[] {
  const at = spanAt(context.source, node);
  const list = (it: CompoundList): readonly Step[] => lowered(it.commands, context);
  let last = node.else && list(node.else);
  const tail: (readonly Step[])[] = [];
  for (let index = node.elif.length - 1; index >= 0; index -= 1) {
    const elif = node.elif[index];
    if (!elif) continue;
    const condition = list(elif.clause);
    if (index >= ELIF_DEEP_MAX) {
      tail.unshift([...condition, ...list(elif.then)]);
      continue;
    }
    const arms = [list(elif.then), ...(last ? [last] : []), ...tail.splice(0)];
    const when = arms.length > 2 ? undefined : deciding(elif.clause, context);
    last = [...condition, ...oneOf(arms, last !== undefined, at, when)];
  }
  const arms = [list(node.then), ...(last ? [last] : [])];
  return [
    ...list(node.clause),
    ...oneOf(arms, last !== undefined, at, deciding(node.clause, context)),
  ];
}

const oneOf = (
  arms: readonly (readonly Step[])[],
  isExhaustive: boolean,
  at: Step['at'],
  when: Condition | undefined,
): readonly Step[] =>
  arms.every(arm => arm.length === 0)
    ? []
    : [{ kind: 'branch', arms, isExhaustive, ...(when ? { when } : {}), at }];

/** Of a list only the last command decides; one alone is all that is looked at. */
function deciding(list: CompoundList, context: Context): Condition | undefined {
  const [only, ...others] = list.commands;
  const node = others.length === 0 ? only?.command : undefined;
  if (node?.type !== 'AndOr') return node && conditionOf(node, context);
  const conditions = node.commands.map(it => conditionOf(it, context));
  return chainCondition(conditions, node.operators);
}

/** Without `in` it goes over the positional parameters. */
function forSteps(node: For | Select, context: Context): readonly Step[] {
  const at = spanAt(context.source, node);
  const { name, wordlist, body } = node;
  const items = wordlist
    ? wordlist.flatMap(word => wordsOf(word, context))
    : [{ kind: 'elements', of: allArguments(at), at } as const];
  const isNamed = !holeAt(context.source.region, name.pos, name.end);
  return [
    {
      kind: 'loop',
      ...(isNamed ? { variable: name.value } : {}),
      items,
      body: lowered(body.commands, context),
      at,
    },
  ];
}

function arithmeticForSteps(node: ArithmeticFor, context: Context): readonly Step[] {
  const { initialize, test, update, body } = node;
  const parts = [initialize, test, update].filter(it => it !== undefined);
  const { text } = context.source;
  const names = parts.flatMap(it => arithmeticNames(text.slice(it.pos, it.end)));
  return [
    ...effectsOf(parts, context),
    ...[...new Set(names)].map(name => assignUnknown(name, node, context)),
    {
      kind: 'loop',
      items: [],
      body: lowered(body.commands, context),
      at: spanAt(context.source, node),
    },
  ];
}

/** The condition runs at least once. */
function whileSteps(node: While, context: Context): readonly Step[] {
  const body = lowered(node.body.commands, context);
  const test = lowered(node.clause.commands, context);
  const when = roundCondition(node, context);
  const at = spanAt(context.source, node);
  return [...test, { kind: 'loop', items: [], ...(when ? { when, test } : {}), body, at }];
}

function redirectedSteps(node: Redirected, context: Context): readonly Step[] {
  const output = destinationOf(node.redirects, context);
  // What the commands inside print is put together: `>` empties the file once.
  const inside =
    output === context.output
      ? context
      : { ...context, output: output && { ...output, appends: true } };
  const steps = compoundSteps(node.command, inside);
  const [first] = steps;
  const all: readonly Step[] =
    output && !output.appends && first?.kind === 'write'
      ? [{ ...first, appends: false }, ...steps.slice(1)]
      : steps;
  return [...effectsOfRedirects(node.redirects, context), ...all];
}

function defineSteps(node: FunctionNode, context: Context): readonly Step[] {
  const { name, body } = node;
  const inside = { ...context, isInFunction: true, output: undefined };
  const at = spanAt(context.source, name);
  return [{ kind: 'define', name: name.value, body: bodySteps(body, inside), at }];
}
