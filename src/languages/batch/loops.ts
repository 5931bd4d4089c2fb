//! `for`: the body once, its variable any of the items; what `/f` asks a command for is not known.

import type { Step } from '../../domain/step.ts';
import { type Context, placeOf } from './context.ts';
import { loopName } from './expansions.ts';
import type { Statement } from './tree.ts';
import { textWord, wordExpression, wordExpressions, wordsIn } from './words.ts';

export function loopSteps(
  statement: Statement & { kind: 'for' },
  body: readonly Step[],
  context: Context,
): readonly Step[] {
  const { items, source, variable } = statement;
  const at = placeOf(context, statement);
  const given = source === 'words' ? wordExpressions(wordsIn(items, context), context) : [];
  // A pattern stands for files.
  const isList = given.every(it => it.kind !== 'text' || !/[*?]/.test(it.region.text));
  const loop: Step = {
    kind: 'loop',
    variable: loopName(variable),
    items: isList ? given : [],
    body,
    at,
  };
  return source === 'command' ? [commandOf(statement, context), loop] : [loop];
}

/** A cmd of its own runs it. */
function commandOf({ items }: Statement & { kind: 'for' }, context: Context): Step {
  const at = placeOf(context, items);
  const source = wordExpression(textWord(items, context), context);
  const body: readonly Step[] = [{ kind: 'script', language: 'batch', source, at }];
  return { kind: 'scope', ends: 'process', environment: [], body, at };
}
