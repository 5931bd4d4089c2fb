//! Commands to steps: cmdlets the language itself understands, scripts that are run, everything else as it stands.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import type { CommandStep, Step } from '../../domain/step.ts';
import { argumentBlocks } from './blocks.ts';
import { CMDLETS } from './cmdlets.ts';
import { cmdletName, wordsOf } from './command-words.ts';
import { type Context, placeOf } from './context.ts';
import { effectsOf, inProcess } from './effects.ts';
import type { PsBlock } from './operand-tree.ts';
import { stringValue } from './pieces.ts';
import { bodyOf } from './statements.ts';
import type { PsCommand } from './tree.ts';
import { operandValue } from './values.ts';
import { variableName } from './variables.ts';

/** `piped`: what the pipeline before it puts out. */
export function commandSteps(
  command: PsCommand,
  piped: Expression | undefined,
  context: Context,
): readonly Step[] {
  const { name, invocation } = command;
  if (name.kind === 'block') return blockSteps(name, command, context);
  const cmdlet = context.notes.functions.has(cmdletName(command, context))
    ? undefined
    : CMDLETS.get(cmdletName(command, context));
  const found = cmdlet?.(command, piped, context);
  if (found) return found;
  if (invocation === '.') return [sourced(command, context)];
  return [...argumentBlocks(command, context), commandStep(command, context)];
}

/** `& { … }` has variables of its own, `. { … }` has not. */
function blockSteps(block: PsBlock, command: PsCommand, context: Context): readonly Step[] {
  const body = bodyOf(block.body, context);
  if (command.invocation === '.') return body;
  return body.length === 0 ? [] : [inProcess(body, placeOf(context, block))];
}

export function commandStep(command: PsCommand, context: Context): CommandStep {
  const block = blockName(command, context);
  const words = wordsOf(command, context);
  const at = placeOf(context, { start: command.name.start, end: lastEnd(command) });
  return {
    kind: 'command',
    words: block ? [block, ...words.slice(1)] : words,
    environment: [],
    at,
  };
}

const lastEnd = ({ name, args }: PsCommand): number => args.at(-1)?.end ?? name.end;

/** `& $deploy`, for a variable that holds a block of code. */
function blockName({ name }: PsCommand, context: Context): Expression | undefined {
  if (name.kind !== 'variable') return undefined;
  const variable = variableName(name.name);
  if (!context.notes.blocks.has(variable)) return undefined;
  return literal(variable, placeOf(context, name));
}

/** `. ./lib.ps1`: its functions and variables stay. */
function sourced(command: PsCommand, context: Context): Step {
  const { name } = command;
  const isText = name.kind === 'word' || name.kind === 'string';
  const path = isText ? stringValue(name, context, 'path') : operandValue(name, context);
  return {
    kind: 'run',
    routine: 'script',
    path,
    inputs: [],
    arguments: wordsOf(command, context).slice(1),
    sharesProcess: true,
    at: placeOf(context, command),
  };
}

/** For commands that only print or compute: what their arguments run. */
export const argumentEffects = (command: PsCommand, context: Context): readonly Step[] =>
  command.args.flatMap(argument =>
    argument.kind === 'value' ? argument.items.flatMap(it => effectsOf(it, context)) : [],
  );
