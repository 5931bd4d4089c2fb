//! `task`: the tasks of a Taskfile that a command line names, with the variables that it sets.
//! Source: https://taskfile.dev/reference/cli

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { taskRun } from '../../domain/task-run.ts';
import { wordExpression } from '../../domain/word-expression.ts';

const PROGRAMS = ['task', 'go-task'];

export const task: OperationReader = {
  id: 'task',
  title: '`task`',
  programs: PROGRAMS,
  isTaskRunner: true,
  read: readTask,
};

/** In the order in which Task looks for them. */
const FILES = ['yml', 'yaml', 'dist.yml', 'dist.yaml'].flatMap(it => [
  `Taskfile.${it}`,
  `taskfile.${it}`,
]);

interface TaskLine {
  folder: Expression | undefined;
  file: Expression | undefined;
  /** It lists, prints or asks only. */
  isIdle: boolean;
  /** A name that is not known: which task is run cannot be told. */
  isOpen: boolean;
  readonly names: string[];
  readonly variables: Entry[];
  /** Behind `--`: `{{.CLI_ARGS}}`. */
  rest: readonly Expression[];
}

function readTask(call: Call): Effects | undefined {
  if (call.kind !== 'command' || !PROGRAMS.includes(programName(call))) return undefined;
  const { folder, file, isIdle, isOpen, names, variables, rest } = read(call.words.slice(1));
  if (isIdle || (isOpen && names.length === 0)) return NO_EFFECTS;
  const tasks = names.length === 0 ? [''] : names;
  const run = taskRun({
    files: file ?? FILES,
    ...(folder ? { folder } : {}),
    tasks: tasks.map(name => ({ name, arguments: rest })),
    overrides: variables,
    at: call.at,
  });
  return { ...NO_EFFECTS, runs: [{ kind: 'steps', steps: [run] }] };
}

const IDLE =
  /^(?:-n|--dry|-l|--list|-a|--list-all|--status|--summary|-i|--init|--version|-h|--help)$/;
const PLACE = /^(?:-d|--dir|-t|--taskfile)(=|$)/;
const VALUED = /^(?:-o|--output|-C|--concurrency|-I|--interval|--sort)$/;

function read(words: readonly Word[]): TaskLine {
  const line: TaskLine = {
    folder: undefined,
    file: undefined,
    isIdle: false,
    isOpen: false,
    names: [],
    variables: [],
    rest: [],
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const prefix = wordPrefix(word);
    if (prefix === '--') {
      line.rest = words.slice(index + 1).map(it => wordExpression(it));
      break;
    }
    line.isIdle ||= IDLE.test(prefix);
    const place = PLACE.exec(prefix);
    if (place) readPlace(place, word, words[index + 1], line);
    if (place?.[1] === '' || VALUED.test(prefix)) index += 1;
    else if (!prefix.startsWith('-')) readName(word, prefix, line);
  }
  return line;
}

function readPlace(
  match: RegExpExecArray,
  word: Word,
  next: Word | undefined,
  line: TaskLine,
): void {
  const value =
    match[1] === '=' ? wordExpression(word, match[0].length) : next && wordExpression(next);
  if (/^-{1,2}d/.test(match[0])) line.folder = value;
  else line.file = value;
}

function readName(word: Word, prefix: string, line: TaskLine): void {
  const name = /^([A-Za-z_]\w*)=/.exec(prefix)?.[1];
  const text = wordText(word);
  if (name !== undefined) {
    line.variables.push({ name, value: wordExpression(word, name.length + 1), at: word.at });
  } else if (text === undefined) line.isOpen = true;
  else if (text !== '') line.names.push(text);
}
