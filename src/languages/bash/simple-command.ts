//! A simple command as its lowering needs it: a name, words, what stands on its standard input.

import type { Assignment, Command, CommandArgument, Redirection } from 'unbash';
import type { Entry, Expression } from '../../domain/expression.ts';
import type { Span } from '../../domain/span.ts';
import type { CommandStep } from '../../domain/step.ts';
import { spanAt } from '../script-text/source.ts';
import { assignedValue } from './assignments.ts';
import type { Context } from './context.ts';
import { destinationOf, inputOf } from './redirections.ts';
import { wordsOf } from './words.ts';

export interface SimpleCommand {
  /** The name first; never empty. */
  readonly words: readonly CommandArgument[];
  /** `undefined` when the name is expanded. */
  readonly name: string | undefined;
  readonly prefix: readonly Assignment[];
  readonly redirects: readonly Redirection[];
  /** What the part of the pipeline before it prints, when that is known. */
  readonly piped: Expression | undefined;
}

/** `undefined` for assignments and redirections without a command. */
export function simpleCommand(
  node: Command,
  piped: Expression | undefined,
): SimpleCommand | undefined {
  if (!node.name) return undefined;
  const prefix = node.prefix.filter(it => it.type === 'Assignment');
  const words = [node.name, ...node.args];
  return { words, name: staticText(node.name), prefix, redirects: node.redirects, piped };
}

/** The command in `sudo command …`; `undefined` when none is left. */
export function withoutWords(command: SimpleCommand, count: number): SimpleCommand | undefined {
  const words = command.words.slice(count);
  const [first] = words;
  return first ? { ...command, words, name: staticText(first) } : undefined;
}

export const argumentsOf = (command: SimpleCommand): readonly CommandArgument[] =>
  command.words.slice(1);

/** What a word without expansions spells; `undefined` for the others. */
export function staticText(word: CommandArgument | undefined): string | undefined {
  if (word?.type !== 'Word') return undefined;
  if (!word.parts) return word.value;
  const isStatic = word.parts.every(
    part =>
      part.type === 'Literal' ||
      part.type === 'SingleQuoted' ||
      part.type === 'AnsiCQuoted' ||
      part.type === 'Glob' ||
      (part.type === 'DoubleQuoted' && part.parts.every(child => child.type === 'Literal')),
  );
  return isStatic ? word.value : undefined;
}

/** `/usr/bin/bash` is `bash`. */
export const programName = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

export function placeOfWords(words: readonly CommandArgument[], context: Context): Span {
  const pos = words[0]?.pos ?? 0;
  return spanAt(context.source, { pos, end: words.at(-1)?.end ?? pos });
}

export const expressionsOf = (
  words: readonly CommandArgument[],
  context: Context,
): readonly Expression[] =>
  words.flatMap(word => (word.type === 'Word' ? wordsOf(word, context) : []));

/** Variables set for the command alone; an array there is not passed on. */
export const environmentOf = (command: SimpleCommand, context: Context): readonly Entry[] =>
  command.prefix.flatMap(assignment => {
    const { name, value } = assignment;
    if (value.type === 'ArrayValue') return [];
    const at = spanAt(context.source, assignment);
    return [{ name, value: assignedValue(assignment, context), at }];
  });

export function commandStep(command: SimpleCommand, context: Context): CommandStep {
  const input = inputOf(command, context);
  const output = destinationOf(command.redirects, context)?.target;
  return {
    kind: 'command',
    words: expressionsOf(command.words, context),
    environment: environmentOf(command, context),
    ...(input ? { input } : {}),
    ...(output ? { output } : {}),
    at: placeOfWords(command.words, context),
  };
}
