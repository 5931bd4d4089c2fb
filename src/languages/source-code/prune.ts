//! Steps without those of which nothing can come: most code sets variables that no command and no call ever sees.

import type { Expression } from '../../domain/expression.ts';
import { expressionParts } from '../../domain/expression-parts.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';

/** Nothing at all when nothing starts a program, calls a library or runs another file. */
export function pruned(steps: readonly Step[]): readonly Step[] {
  const marks: Marks = {
    names: new Set(),
    values: new Map(),
    calls: new Map(steps.flatMap(it => (it.kind === 'define' ? [[it.name, new Set()]] : []))),
    busy: new Set(),
    isBusy: false,
  };
  mark(steps, undefined, marks);
  if (!marks.isBusy) return [];
  markValues(marks);
  markCallers(marks);
  return kept(steps, marks);
}

interface Marks {
  /** Variables that something reads which is of interest. */
  readonly names: Set<string>;
  /** What is assigned, by variable: of interest only if the variable is. */
  readonly values: Map<string, Expression[]>;
  /** Functions of the text by their names, and the functions that each of them calls. */
  readonly calls: Map<string, Set<string>>;
  /** Functions in which something happens. */
  readonly busy: Set<string>;
  isBusy: boolean;
}

function mark(steps: readonly Step[], holder: string | undefined, marks: Marks): void {
  for (const step of steps) {
    const called = calledIn(step);
    if (called !== undefined && holder !== undefined) marks.calls.get(holder)?.add(called);
    if (called === undefined && isBusy(step)) {
      marks.isBusy = true;
      if (holder !== undefined) marks.busy.add(holder);
    }
    if (step.kind === 'assign' && isOwn(step.name, marks)) {
      addTo(marks.values, step.name, step.value);
    } else for (const expression of expressionsOf(step)) markExpression(expression, marks.names);
    mark(innerSteps(step), step.kind === 'define' ? step.name : holder, marks);
  }
}

function addTo<T>(lists: Map<string, T[]>, name: string, item: T): void {
  const list = lists.get(name);
  if (list) list.push(item);
  else lists.set(name, [item]);
}

/** The variables of the environment have no brackets, and programs read them; so do functions of other files what they are given. */
function isOwn(name: string, { calls }: Marks): boolean {
  const title = /^(.*)\((?:#\d+|\w+=)\)$/.exec(name)?.[1];
  return title === undefined ? name.includes('(') : calls.has(`${title}()`);
}

/** `deploy.run()`, a function of code. */
function calledIn(step: Step): string | undefined {
  const [first] = step.kind === 'command' ? step.words : [];
  const name = first && literalOf(first);
  return name?.endsWith('()') ? name : undefined;
}

const isBusy = ({ kind }: Step): boolean =>
  kind === 'command' || kind === 'construct' || kind === 'script' || kind === 'run';

function markExpression(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'reference') names.add(expression.name);
  for (const part of expressionParts(expression)) markExpression(part, names);
}

/** What a variable is given matters if the variable does. */
function markValues({ names, values }: Marks): void {
  // A set that grows is visited to its end.
  for (const name of names) {
    for (const value of values.get(name) ?? []) markExpression(value, names);
  }
}

/** Something happens in whoever calls such a function, one of another file included, or needs what it gives. */
function markCallers({ busy, calls, names }: Marks): void {
  const callers = new Map<string, string[]>();
  for (const [caller, all] of calls) {
    if (names.has(`return(${caller.slice(0, -2)})`)) busy.add(caller);
    for (const called of all) {
      if (calls.has(called)) addTo(callers, called, caller);
      else busy.add(caller);
    }
  }
  for (const name of busy) for (const caller of callers.get(name) ?? []) busy.add(caller);
}

function kept(steps: readonly Step[], marks: Marks): readonly Step[] {
  return steps.flatMap(it => keptOf(it, marks));
}

function keptOf(step: Step, marks: Marks): readonly Step[] {
  const isKept = (name: string): boolean => marks.busy.has(name) || !marks.calls.has(name);
  const called = calledIn(step);
  if (called !== undefined) return isKept(called) ? [step] : [];
  switch (step.kind) {
    case 'assign':
      return marks.names.has(step.name) || !isOwn(step.name, marks) ? [step] : [];
    case 'define':
      return isKept(step.name) ? [{ ...step, body: kept(step.body, marks) }] : [];
    case 'branch': {
      const arms = step.arms.map(it => kept(it, marks));
      return arms.every(it => it.length === 0) ? [] : [{ ...step, arms }];
    }
    case 'loop': {
      const body = kept(step.body, marks);
      return body.length === 0 ? [] : [{ ...step, body }];
    }
    case 'scope':
      return [{ ...step, body: kept(step.body, marks) }];
    case 'command':
    case 'construct':
    case 'script':
    case 'run':
    case 'component':
    case 'change-folder':
    case 'write':
    case 'detached':
    case 'stop':
      return [step];
  }
}

function expressionsOf(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'command':
      return step.words;
    case 'construct':
      return [step.args];
    case 'script':
      return [step.source];
    case 'run':
      return [step.path];
    case 'assign':
      return [step.value];
    case 'loop':
      return step.items;
    case 'change-folder':
      return [step.to];
    case 'write':
      return [step.target, step.content];
    case 'scope':
      return [...step.environment.map(it => it.value), ...(step.folder ? [step.folder] : [])];
    case 'branch':
      return step.when?.kind === 'texts' ? [step.when.left, step.when.right] : [];
    case 'component':
    case 'define':
    case 'detached':
    case 'stop':
      return [];
  }
}

function innerSteps(step: Step): readonly Step[] {
  if (step.kind === 'branch') return step.arms.flat();
  return step.kind === 'loop' || step.kind === 'scope' || step.kind === 'define' ? step.body : [];
}
