//! What `echo` writes to a file; text that only goes to the screen is nothing.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { type Context, placeOf } from './context.ts';
import type { BatchCommand, Stretch } from './tree.ts';
import { staticText, textWord, trimmed, wordExpression } from './words.ts';

/** `echo text > file`, `> file echo text`. */
export function printed(command: BatchCommand, context: Context): readonly Step[] {
  const redirect = command.redirects.find(it => it.isOutput);
  const target = redirect && textWord(redirect.target, context);
  if (!redirect) return message(command, context);
  if (!target || /^nul$/i.test(staticText(target, context) ?? '')) return [];
  const isBehind = redirect.start > command.start;
  const stretch = isBehind
    ? { start: command.start, end: redirect.start }
    : { start: redirect.end, end: command.end };
  const content = lineIn(stretch, context);
  const at = placeOf(context, command);
  return [
    {
      kind: 'write',
      target: wordExpression(target, context),
      content: { kind: 'join', parts: [content, literal('\n', at)], at },
      appends: redirect.appends,
      at,
    },
  ];
}

/** What stands behind `echo`. */
function lineIn({ start, end }: Stretch, context: Context): Expression {
  const { text } = context.source;
  const head = /^\s*@?echo.?/i.exec(text.slice(start, end))?.[0].length ?? 0;
  return wordExpression(textWord(trimmed({ start: start + head, end }, text), context), context);
}

/** A message to whatever runs the script, `##vso[…]`, is a command; any other text is nothing. */
function message(command: BatchCommand, context: Context): readonly Step[] {
  const { start, end } = command;
  if (!/##\w+\[/.test(context.source.text.slice(start, end))) return [];
  const at = placeOf(context, command);
  const words = [literal('echo', at), lineIn(command, context)];
  return [{ kind: 'command', words, environment: [], at }];
}
