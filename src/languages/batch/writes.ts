//! What `echo` writes to a file; text that only goes to the screen is nothing.

import { literal } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { type Context, placeOf } from './context.ts';
import type { BatchCommand } from './tree.ts';
import { staticText, textWord, trimmed, wordExpression } from './words.ts';

/** `echo text > file`, `> file echo text`. */
export function printed(command: BatchCommand, context: Context): readonly Step[] {
  const { text } = context.source;
  const redirect = command.redirects.find(it => it.isOutput);
  const target = redirect && textWord(redirect.target, context);
  if (!redirect || !target || /^nul$/i.test(staticText(target, context) ?? '')) return [];
  const isBehind = redirect.start > command.start;
  const stretch = isBehind
    ? { start: command.start, end: redirect.start }
    : { start: redirect.end, end: command.end };
  const head = /^\s*@?echo.?/i.exec(text.slice(stretch.start, stretch.end))?.[0].length ?? 0;
  const line = trimmed({ start: stretch.start + head, end: stretch.end }, text);
  const content = wordExpression(textWord(line, context), context);
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
