//! Command lines of which nothing can come: no reader reads the program, and it runs nothing else.

import type { Expression } from '../domain/expression.ts';
import { expressionParts } from '../domain/expression-parts.ts';
import { literalOf } from '../domain/literal.ts';
import type { CommandStep } from '../domain/step.ts';
import { isReadBy, isWatched } from './programs.ts';
import { functionNamed, type State } from './state.ts';
import type { World } from './world.ts';
import { isWrapper } from './wrappers.ts';

/** Most lines of a script are `echo` and its like: their words need not even be expanded. */
export function isOfInterest(step: CommandStep, state: State, world: World): boolean {
  const [first] = step.words;
  const name = first && literalOf(first);
  if (
    name === undefined ||
    /[\\/]|\.(?:sh|ps1|bat|cmd)$/i.test(name) ||
    functionNamed(name, state) !== undefined
  )
    return true;
  return (
    isReadBy(world, name, () => step.words.some(it => isWatched(it, world.watched))) ||
    isWrapper(name) ||
    step.words.some(runsSteps)
  );
}

const known = new WeakMap<Expression, boolean>();

/** Whether a `$(…)` stands somewhere in it. */
function runsSteps(expression: Expression): boolean {
  const before = known.get(expression);
  if (before !== undefined) return before;
  const found = expressionParts(expression).some(runsSteps) || expression.kind === 'output';
  known.set(expression, found);
  return found;
}
