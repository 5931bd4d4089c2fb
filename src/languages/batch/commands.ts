//! Simple commands of a batch text to steps: those of cmd itself, programs that run a text, everything else as it stands.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import { unknownExpression } from '../../domain/literal.ts';
import { programOfPath } from '../../domain/program-name.ts';
import type { CommandStep, Step } from '../../domain/step.ts';
import { type Context, placeOf } from './context.ts';
import { changeFolder, popFolder, pushFolder } from './folders.ts';
import { INTERPRETERS } from './interpreters.ts';
import { gotoLabel, jumpSteps, labelSteps } from './jumps.ts';
import type { BatchCommand, Stretch } from './tree.ts';
import {
  type BatchWord,
  staticText,
  textWord,
  trimmed,
  wordExpression,
  wordExpressions,
  wordsOf,
} from './words.ts';
import { printed } from './writes.ts';

type Lowering = (
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
) => readonly Step[];

export function commandSteps(command: BatchCommand, context: Context): readonly Step[] {
  return wordSteps(wordsOf(command, context), command, context);
}

function wordSteps(
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
): readonly Step[] {
  const [first, ...rest] = words;
  if (!first) return [];
  const name = (staticText(first, context) ?? '').toLowerCase();
  // `cd..`, `echo.`, `goto:eof`: what follows needs no space.
  const own = /^(?:cd|chdir|echo|goto|call)(?=[.:([/\\+]|$)/.exec(name)?.[0] ?? name;
  const lowering = COMMANDS.get(own);
  if (lowering) return lowering(words, command, context);
  const run = INTERPRETERS.get(programOfPath(name))?.(words, command, context);
  return run ?? [commandStep([first, ...rest], command, context)];
}

export function commandStep(
  words: readonly BatchWord[],
  command: Stretch,
  context: Context,
): CommandStep {
  const start = words[0]?.start ?? command.start;
  const end = words.at(-1)?.end ?? command.end;
  return {
    kind: 'command',
    words: wordExpressions(words, context),
    environment: [],
    at: placeOf(context, { start, end }),
  };
}

const nothing: Lowering = () => [];

const COMMANDS: ReadonlyMap<string, Lowering> = new Map<string, Lowering>([
  ['set', variableSet],
  ['call', called],
  ['start', started],
  ['cd', (_, command, context) => changeFolder(command, context)],
  ['chdir', (_, command, context) => changeFolder(command, context)],
  ['pushd', (_, command, context) => pushFolder(command, context)],
  ['popd', (_, command, context) => popFolder(command, context)],
  ['echo', (_, command, context) => printed(command, context)],
  ['goto', (_, command, context) => jumpSteps(gotoLabel(command, context) ?? '', command, context)],
  ['exit', ended],
  ...['title', 'pause', 'setlocal', 'endlocal', 'timeout', 'time', 'prompt', 'color', 'cls'].map(
    name => [name, nothing] as const,
  ),
]);

function ended(
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
): readonly Step[] {
  const isBatch = /^\/b$/i.test(staticText(words[1], context) ?? '');
  const at = placeOf(context, command);
  return [{ kind: 'stop', leaves: isBatch ? 'function' : 'program', at }];
}

/** `set x=y`, `set "x=y"`, `set /p x=question`. */
function variableSet(
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
): readonly Step[] {
  const { text } = context.source;
  const start = words[0]?.end ?? command.start;
  const end = command.redirects[0]?.start ?? command.end;
  const match = /^\s*(\/[ap]\s+)?("?)([^=\n"]+)=/i.exec(text.slice(start, end));
  const name = match?.[3]?.trim();
  if (!match || !name) return [];
  const at = placeOf(context, command);
  const from = start + match[0].length;
  const last = text.lastIndexOf('"', end - 1);
  const value =
    match[2] === '"' && last >= from
      ? { start: from, end: last }
      : trimmed({ start: from, end }, text);
  const option = match[1]?.trim();
  const held = option
    ? unknownExpression({ kind: 'not-evaluated', text: `set ${option} ${name}` }, at)
    : wordExpression(textWord(value, context), context);
  return [assigned(context.names.get(name.toLowerCase()) ?? name, held, at)];
}

/** `call :label x`, `call other.bat x`, `call az login`. */
function called(
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
): readonly Step[] {
  const rest = words.slice(1);
  const [first] = rest;
  const name = staticText(first, context);
  if (!first || name === undefined) return [commandStep(rest, command, context)];
  const at = placeOf(context, { start: first.start, end: rest.at(-1)?.end ?? first.end });
  if (name.startsWith(':')) {
    const given = wordExpressions(rest.slice(1), context);
    return labelSteps(name.slice(1).toLowerCase(), given, at, context);
  }
  const isFile = /\.(?:bat|cmd)$/i.test(name) && !/(?:^|[\\/])az\.cmd$/i.test(name);
  if (isFile) return [sharedRun(first, wordExpressions(rest.slice(1), context), context)];
  return wordSteps(rest, command, context);
}

/** Its variables stay: both files are read by one cmd. */
function sharedRun(path: BatchWord, args: readonly Expression[], context: Context): Step {
  return {
    kind: 'run',
    routine: 'script',
    path: wordExpression(path, context),
    inputs: [],
    arguments: args,
    sharesProcess: true,
    at: placeOf(context, path),
  };
}

/** `start "title" /wait az login`. */
function started(
  words: readonly BatchWord[],
  command: BatchCommand,
  context: Context,
): readonly Step[] {
  const { text } = context.source;
  let index = text.charAt(words[1]?.start ?? 0) === '"' ? 2 : 1;
  for (; index < words.length; index += 1) {
    const option = staticText(words[index], context);
    if (option === undefined || !option.startsWith('/')) break;
    if (/^\/(?:d|node|affinity|machine)$/i.test(option)) index += 1;
  }
  return wordSteps(words.slice(index), command, context);
}
