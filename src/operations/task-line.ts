//! The command line of a program that runs tasks of a file: where it stands, which file it reads, what it sets.

import { type Word, wordPrefix, wordText } from '../domain/call.ts';
import type { Entry, Expression } from '../domain/expression.ts';
import { type Effects, NO_EFFECTS } from '../domain/operation.ts';
import { type TaskRun, taskRun } from '../domain/task-run.ts';
import { wordExpression } from '../domain/word-expression.ts';

export interface TaskLine {
  folder: Expression | undefined;
  file: Expression | undefined;
  /** It lists, prints or asks only. */
  isIdle: boolean;
  /** A name that is not known: which task is run cannot be told. */
  isOpen: boolean;
  readonly names: string[];
  readonly variables: Entry[];
}

export const newTaskLine = (): TaskLine => ({
  folder: undefined,
  file: undefined,
  isIdle: false,
  isOpen: false,
  names: [],
  variables: [],
});

/** How a program spells its options. */
export interface TaskOptions {
  /** It lists, prints or asks only. */
  readonly idle: RegExp;
  /** What stands behind these is captured: `=`, or nothing when the value is the next word. */
  readonly folder: RegExp;
  readonly file: RegExp;
  /** All others that take the next word. */
  readonly valued: RegExp;
}

/** Gives the number of words it took: none when the first is no option. */
export function readOption(
  word: Word,
  next: Word | undefined,
  options: TaskOptions,
  line: TaskLine,
): number {
  const prefix = wordPrefix(word);
  if (!prefix.startsWith('-')) return 0;
  line.isIdle ||= options.idle.test(prefix);
  const folder = options.folder.exec(prefix);
  const place = folder ?? options.file.exec(prefix);
  if (!place) return options.valued.test(prefix) ? 2 : 1;
  const isGlued = place[1] === '=';
  const value = isGlued ? wordExpression(word, place[0].length) : next && wordExpression(next);
  if (folder) line.folder = value;
  else line.file = value;
  return isGlued ? 1 : 2;
}

/** `ENV=prod`, as `pattern` has it, is a variable; else it is the name of a task. */
export function readName(word: Word, pattern: RegExp, line: TaskLine): void {
  const variable = variableIn(word, pattern);
  const text = wordText(word);
  if (variable) line.variables.push(variable);
  else if (text === undefined) line.isOpen = true;
  else if (text !== '') line.names.push(text);
}

/** The pattern captures the name, and ends where the value begins. */
export function variableIn(word: Word, pattern: RegExp): Entry | undefined {
  const match = pattern.exec(wordPrefix(word));
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  return { name, value: wordExpression(word, match[0].length), at: word.at };
}

export const tasksRun = (run: TaskRun): Effects => ({
  ...NO_EFFECTS,
  runs: [{ kind: 'steps', steps: [taskRun(run)] }],
});
