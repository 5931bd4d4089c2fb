//! Steps without those of which nothing can come: most code sets variables that no command and no call ever sees.

import type { Expression } from '../../domain/expression.ts';
import { literalOf } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';

/** Nothing at all when nothing starts a program, calls a library or runs another file. */
export function pruned(steps: readonly Step[]): readonly Step[] {
  const marks: Marks = { names: new Set(), isBusy: false };
  mark(steps, marks);
  return marks.isBusy ? kept(steps, marks.names) : [];
}

interface Marks {
  /** Variables that something reads. */
  readonly names: Set<string>;
  isBusy: boolean;
}

function mark(steps: readonly Step[], marks: Marks): void {
  for (const step of steps) {
    if (isBusy(step)) marks.isBusy = true;
    for (const expression of expressionsOf(step)) markExpression(expression, marks);
    mark(innerSteps(step), marks);
  }
}

/** A call of a function of the text is busy only if the function is. */
function isBusy(step: Step): boolean {
  if (step.kind !== 'command')
    return step.kind === 'construct' || step.kind === 'script' || step.kind === 'run';
  const [first] = step.words;
  return !(first && literalOf(first))?.endsWith('()');
}

function markExpression(expression: Expression, marks: Marks): void {
  if (expression.kind === 'reference') marks.names.add(expression.name);
  for (const part of partsOf(expression)) markExpression(part, marks);
}

function kept(steps: readonly Step[], names: ReadonlySet<string>): readonly Step[] {
  return steps.flatMap((step): readonly Step[] => {
    if (step.kind === 'assign') {
      // The variables of the environment have no brackets: programs may read them.
      return names.has(step.name) || !step.name.includes('(') ? [step] : [];
    }
    if (step.kind === 'define') return [{ ...step, body: kept(step.body, names) }];
    return [step];
  });
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

function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'text':
      return expression.region.holes.map(it => it.expression);
    case 'join':
      return expression.parts;
    case 'list':
      return expression.items;
    case 'choice':
      return expression.options;
    case 'call':
      return expression.args;
    case 'object':
      return expression.entries.map(it => it.value);
    case 'member':
    case 'elements':
    case 'split':
      return [expression.of];
    case 'reference':
      return expression.otherwise ? [expression.otherwise] : [];
    case 'output':
    case 'unknown':
      return [];
  }
}
