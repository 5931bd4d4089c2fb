//! `cd`, `pushd` and `popd`.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import type { Step } from '../../domain/step.ts';
import { type Context, placeOf } from './context.ts';
import type { BatchCommand } from './tree.ts';
import { textWord, unquoted, wordExpression } from './words.ts';

/** `cd /d "%~dp0"`, `cd..`, `pushd x`: what stands behind the name, quotes or not, is one path. */
export function changeFolder(command: BatchCommand, context: Context): readonly Step[] {
  const { text } = context.source;
  const end = command.redirects[0]?.start ?? command.end;
  const head = /^(?:cd|chdir|pushd)\s*(?:\/d\s+)?/i.exec(text.slice(command.start, end))?.[0] ?? '';
  const path = unquoted({ start: command.start + head.length, end }, text);
  if (path.end <= path.start) return [];
  const to = wordExpression(textWord(path, context), context);
  return [{ kind: 'change-folder', to: pathOf(to), at: placeOf(context, command) }];
}

/** A drive of some machine is no folder of the repository. */
function pathOf(to: Expression): Expression {
  const isDrive = to.kind === 'text' && /^[A-Za-z]:/.test(to.region.text);
  return isDrive ? unknownExpression({ kind: 'not-evaluated', text: 'a drive' }, to.at) : to;
}

export function pushFolder(command: BatchCommand, context: Context): readonly Step[] {
  const at = placeOf(context, command);
  const { folders } = context;
  const here: Expression = { kind: 'reference', space: 'variable', name: 'PWD', at };
  const kept = assigned(stackName(folders.open), here, at);
  folders.open += 1;
  return [kept, ...changeFolder(command, context)];
}

export function popFolder(command: BatchCommand, context: Context): readonly Step[] {
  const at = placeOf(context, command);
  const { folders } = context;
  folders.open = Math.max(0, folders.open - 1);
  const to: Expression = {
    kind: 'reference',
    space: 'variable',
    name: stackName(folders.open),
    at,
  };
  return [{ kind: 'change-folder', to, at }];
}

/** No variable of the environment is called like it. */
const stackName = (depth: number): string => `%folders.${depth}`;
