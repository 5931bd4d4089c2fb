//! Simple commands to steps: builtins, programs given as text, output to files, and everything else as it stands.

import type { Command } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { homeBehind, variablesAt } from '../../domain/session-folder.ts';
import type { Step } from '../../domain/step.ts';
import { holeAt, spanAt } from '../script-text/source.ts';
import { assignStep } from './assignments.ts';
import { BUILTINS } from './builtins.ts';
import type { Context } from './context.ts';
import { assignmentsIn, effectsOfRedirects, inProcess, runsOf } from './effects.ts';
import { readInterpreter } from './interpreters.ts';
import {
  argumentsOf,
  commandStep,
  placeOfWords,
  programName,
  type SimpleCommand,
  simpleCommand,
  staticText,
  withoutWords,
} from './simple-command.ts';
import { unwrapped } from './wrappers.ts';
import { lowerPrinting } from './writes.ts';

/** `piped`: what the command before it in a pipeline prints, when that is known. */
export function commandSteps(
  node: Command,
  piped: Expression | undefined,
  context: Context,
): readonly Step[] {
  const command = simpleCommand(node, piped);
  if (!command) {
    return [
      ...assignmentsIn(node.prefix, context),
      ...node.prefix.flatMap(it =>
        it.type === 'Assignment' ? (assignStep(it, context, false) ?? []) : [],
      ),
      ...effectsOfRedirects(node.redirects, context),
    ];
  }
  return hostCommand(command, context) ?? lowerCommand(command, context);
}

/** A line that is nothing but text of the host is a script that the host gives: `run: ${{ inputs.command }}`. */
function hostCommand(command: SimpleCommand, context: Context): readonly Step[] | undefined {
  const [word, ...others] = command.words;
  if (word?.type !== 'Word' || others.length > 0 || command.prefix.length > 0) return undefined;
  const hole = holeAt(context.source.region, word.pos, word.end);
  if (hole?.start !== word.pos || hole.end !== word.end) return undefined;
  const at = spanAt(context.source, word);
  return [{ kind: 'script', language: 'bash', source: hole.expression, at }];
}

export function lowerCommand(command: SimpleCommand, context: Context): readonly Step[] {
  const before = assignmentsIn(argumentsOf(command), context);
  const printing = lowerPrinting(command, context);
  if (printing) return [...before, ...printing];
  const redirects = effectsOfRedirects(command.redirects, context);
  return [...before, ...redirects, ...performed(command, context)];
}

function performed(command: SimpleCommand, context: Context): readonly Step[] {
  const { name } = command;
  if (name === 'command' || name === 'builtin') return withoutPrefix(command, context);
  if (name === 'exec') return replaced(command, context);
  const own = name === undefined ? undefined : BUILTINS.get(name)?.(command, context);
  if (own) return own;
  const inner = unwrapped(command);
  const given = inner.name === 'tee' ? BUILTINS.get('tee')?.(inner, context) : undefined;
  if (given) return given;
  const text = readInterpreter(inner, context);
  const home = homeOf(inner) ?? homeOf(command);
  return text ? asUser(text, home, command, context) : plain(command, context);
}

const homeOf = ({ name, words }: SimpleCommand): string | undefined =>
  homeBehind(programName(name ?? ''), words.map(staticText));

/** What `sudo bash -c '…'` and `su deploy -c '…'` run has another home. */
function asUser(
  steps: readonly Step[],
  home: string | undefined,
  command: SimpleCommand,
  context: Context,
): readonly Step[] {
  if (home === undefined) return steps;
  const at = placeOfWords(command.words, context);
  const environment = variablesAt(home).map(([name, value]) => ({
    name,
    value: literal(value, at),
    at,
  }));
  return [inProcess(steps, at, environment)];
}

/** What its input runs comes first: the input itself is only there to be read. */
function plain(command: SimpleCommand, context: Context): readonly Step[] {
  const step = commandStep(command, context);
  return step.input ? [...runsOf(step.input), step] : [step];
}

/** `command -v az` asks whether there is one; without an option it runs it. */
function withoutPrefix(command: SimpleCommand, context: Context): readonly Step[] {
  const option = staticText(argumentsOf(command)[0]);
  if (option !== undefined && /^-\w*[vV]/.test(option)) return [];
  const inner = withoutWords(command, option === '-p' || option === '--' ? 2 : 1);
  return inner ? lowerCommand(inner, context) : [];
}

/** The program takes the place of the shell; without one only redirections change. */
function replaced(command: SimpleCommand, context: Context): readonly Step[] {
  let count = 1;
  while (/^-[cl]*$|^-a$|^--$/.test(staticText(command.words[count]) ?? '')) {
    count += staticText(command.words[count]) === '-a' ? 2 : 1;
  }
  const inner = withoutWords(command, count);
  if (!inner) return [];
  const at = placeOfWords(command.words, context);
  return [...lowerCommand(inner, context), { kind: 'stop', leaves: 'program', at }];
}
