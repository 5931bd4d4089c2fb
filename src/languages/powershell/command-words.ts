//! The words of a command as its program gets them.

import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { stringOf } from '../script-text/strings.ts';
import { type Context, placeOf, spelled } from './context.ts';
import type { Operand } from './operand-tree.ts';
import { staticText, stringValue } from './pieces.ts';
import type { PsArgument, PsCommand } from './tree.ts';
import { operandValue } from './values.ts';

/** Lower case, without a module in front: `Az.Accounts\Connect-AzAccount`; `''` when it is worked out. */
export function cmdletName(command: PsCommand, context: Context): string {
  const name = staticText(command.name, context) ?? '';
  return name.toLowerCase().replace(/^[\w.]+\\(?=\w+-\w+$)/, '');
}

/** Several make a list. */
export function operandsValue(items: readonly Operand[], context: Context): Expression | undefined {
  const [first, ...others] = items;
  if (!first) return undefined;
  if (others.length === 0) return operandValue(first, context);
  const start = first.start;
  const at = placeOf(context, { start, end: items.at(-1)?.end ?? first.end });
  return { kind: 'list', items: items.map(it => operandValue(it, context)), at };
}

/** With the name first; blocks of code have steps of their own. */
export function wordsOf(command: PsCommand, context: Context): readonly Expression[] {
  const isNative = isProgram(command, context);
  return [
    nameOf(command, context),
    ...command.args.flatMap(it => argumentWords(it, isNative, context)),
  ];
}

/** Names of cmdlets keep their case, for people to read; `resolve` knows that it does not count. */
function nameOf(command: PsCommand, context: Context): Expression {
  const { name } = command;
  if (name.kind !== 'word' && name.kind !== 'string') return operandValue(name, context);
  const fixed = staticText(name, context);
  const isFunction = fixed !== undefined && context.notes.functions.has(fixed.toLowerCase());
  if (isFunction) return literal(fixed.toLowerCase(), placeOf(context, name));
  const isQualified = /^[\w.]+\\\w+-\w+$/.test(fixed ?? '');
  return stringValue(name, context, isQualified ? 'plain' : 'path');
}

/** A program of its own gets the elements of an array as words; cmdlets and functions get the array. */
function isProgram(command: PsCommand, context: Context): boolean {
  const name = cmdletName(command, context);
  const isCmdlet = name === '' || /^[a-z]+-\w+$/.test(name) || name.endsWith('.ps1');
  return !isCmdlet && !context.notes.functions.has(name);
}

function argumentWords(
  argument: PsArgument,
  isNative: boolean,
  context: Context,
): readonly Expression[] {
  switch (argument.kind) {
    case 'parameter':
      return parameterWord(argument, context);
    case 'verbatim':
      return verbatimWords(argument, context);
    case 'value':
      return valueWords(argument.items, isNative, context);
  }
}

/** `-Name`, and in one word with it the value that stands behind its colon. */
function parameterWord(
  argument: PsArgument & { kind: 'parameter' },
  context: Context,
): readonly Expression[] {
  const { start, name, value } = argument;
  const nameEnd = start + 1 + name.length;
  const at = placeOf(context, argument);
  const dash = spelled(context, { start, end: start + 1 }) === '-';
  const { region } = context.source;
  const typed = stringOf(
    dash
      ? [{ kind: 'verbatim', start, end: nameEnd }]
      : [
          { kind: 'decoded', text: '-' },
          { kind: 'verbatim', start: start + 1, end: nameEnd },
        ],
    region,
    placeOf(context, { start, end: nameEnd }),
  );
  if (!value) return [typed];
  const given = operandsValue(value.items, context);
  const parts = [typed, literal(':', at), ...(given ? [given] : [])];
  return [{ kind: 'join', parts, at }];
}

function valueWords(
  items: readonly Operand[],
  isNative: boolean,
  context: Context,
): readonly Expression[] {
  const [first] = items;
  const value = operandsValue(items, context);
  if (!first || !value || value.kind === 'elements') return value ? [value] : [];
  const isSpread = isNative && value.kind !== 'text' && value.kind !== 'join' && !isText(first);
  return isSpread ? [{ kind: 'elements', of: value, at: value.at }] : [value];
}

const isText = (operand: Operand): boolean =>
  operand.kind === 'string' || operand.kind === 'word' || operand.kind === 'number';

function verbatimWords(
  argument: PsArgument & { kind: 'verbatim' },
  context: Context,
): readonly Expression[] {
  const { region } = context.source;
  const all = region.text.slice(argument.start, argument.end);
  return [...all.matchAll(/"[^"]*"|[^\s"]+/g)].map(match => {
    const isQuoted = match[0].startsWith('"');
    const start = argument.start + match.index + (isQuoted ? 1 : 0);
    const end = argument.start + match.index + match[0].length - (isQuoted ? 1 : 0);
    return stringOf([{ kind: 'verbatim', start, end }], region, placeOf(context, { start, end }));
  });
}
