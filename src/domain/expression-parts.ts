//! The expressions inside expressions and steps, for whoever looks for something in all of them.

import type { Expression } from './expression.ts';
import { literalOf } from './literal.ts';
import type { ScopeStep } from './scope-step.ts';
import type { Step } from './step.ts';

/** One level down; what a `$(…)` runs is steps, not expressions. */
export function expressionParts(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
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
    case 'text':
      return expression.region.holes.map(it => it.expression);
    case 'reference':
      return expression.otherwise ? [expression.otherwise] : [];
    case 'output':
    case 'unknown':
      return [];
  }
}

/** Those of the step itself, not of the steps inside it. */
export function stepExpressions(step: Step): readonly Expression[] {
  switch (step.kind) {
    case 'command':
      return [
        ...step.words,
        ...step.environment.map(it => it.value),
        ...(step.input ? [step.input] : []),
        ...(step.output ? [step.output] : []),
      ];
    case 'component':
      return step.inputs.map(it => it.value);
    case 'construct':
      return [step.args];
    case 'script':
      return [step.source];
    case 'run':
      return [step.path, ...step.arguments, ...step.inputs.map(it => it.value)];
    case 'assign':
      return step.nameFrom ? [step.nameFrom, step.value] : [step.value];
    case 'change-folder':
      return [step.to];
    case 'write':
      return [step.target, step.content];
    case 'loop':
      return step.items;
    case 'scope':
      return scopeExpressions(step);
    case 'define':
    case 'branch':
    case 'detached':
    case 'stop':
      return [];
  }
}

const scopeExpressions = (step: ScopeStep): readonly Expression[] => [
  ...[...step.environment, ...(step.outputs ?? [])].map(it => it.value),
  ...(step.folder ? [step.folder] : []),
  ...(step.each ? [step.each.of] : []),
  ...(step.variables ?? []),
  ...(step.keptAs ?? []),
  ...(step.startsAs ? [step.startsAs.image] : []),
];

/** The steps inside a step, each way of a branch after the other. */
export function innerSteps(step: Step): readonly Step[] {
  switch (step.kind) {
    case 'branch':
      return step.arms.flat();
    case 'loop':
      return [...(step.test ?? []), ...step.body];
    case 'scope':
      return step.startsAs ? [...step.body, ...step.startsAs.otherwise] : step.body;
    case 'define':
    case 'detached':
      return step.body;
    case 'command':
    case 'component':
    case 'construct':
    case 'script':
    case 'run':
    case 'assign':
    case 'change-folder':
    case 'write':
    case 'stop':
      return [];
  }
}

/** As it is quoted where its value would matter: `$(az ad user show …)`. */
export function outputSource(steps: readonly Step[]): string {
  const [first] = steps;
  const words: string[] = [];
  for (const word of first?.kind === 'command' ? first.words : []) {
    const text = literalOf(word);
    if (text === undefined || !/^\w[\w-]*$/.test(text)) break;
    words.push(text);
  }
  return words.length === 0 ? '$(…)' : `$(${words.join(' ')} …)`;
}
