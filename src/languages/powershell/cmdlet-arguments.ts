//! The arguments of a cmdlet that the language itself understands, by name or by position.

import type { Expression } from '../../domain/expression.ts';
import { operandsValue } from './command-words.ts';
import type { Context } from './context.ts';
import type { Operand } from './operand-tree.ts';
import type { PsArgument, PsCommand } from './tree.ts';

export interface CmdletArguments {
  /** `name` in lower case; `position` counts the values that no parameter takes. */
  value(name: string, position?: number): Expression | undefined;
  operands(name: string, position?: number): readonly Operand[];
  has(name: string): boolean;
}

/** Parameters of these cmdlets that take no value, in lower case. */
const SWITCHES: ReadonlySet<string> = new Set([
  'append',
  'asjob',
  'confirm',
  'debug',
  'force',
  'global',
  'leaf',
  'leafbase',
  'nonewline',
  'noclobber',
  'passthru',
  'parent',
  'qualifier',
  'raw',
  'resolve',
  'verbose',
  'wait',
  'whatif',
]);

type Named = { readonly name: string; readonly items: readonly Operand[] };

export function argumentsFor(command: PsCommand, context: Context): CmdletArguments {
  const named: Named[] = [];
  const positional: (readonly Operand[])[] = [];
  const { args } = command;
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument?.kind === 'value') positional.push(argument.items);
    if (argument?.kind !== 'parameter') continue;
    const name = argument.name.toLowerCase();
    const next = SWITCHES.has(name) || argument.value ? undefined : args[index + 1];
    if (next?.kind === 'value') index += 1;
    named.push({ name, items: argument.value?.items ?? itemsOf(next) });
  }
  // Two letters are enough to tell them apart here.
  const find = (name: string): Named | undefined =>
    named.find(it => it.name.length > 1 && name.startsWith(it.name));
  const operands = (name: string, position?: number): readonly Operand[] =>
    find(name)?.items ?? (position === undefined ? [] : (positional[position] ?? []));
  return {
    operands,
    value: (name, position) => operandsValue(operands(name, position), context),
    has: name => find(name) !== undefined,
  };
}

const itemsOf = (argument: PsArgument | undefined): readonly Operand[] =>
  argument?.kind === 'value' ? argument.items : [];
