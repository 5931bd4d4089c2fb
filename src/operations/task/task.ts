//! `task`: the tasks of a Taskfile that a command line names, with the variables that it sets.
//! Source: https://taskfile.dev/reference/cli

import { type Call, type Word, wordPrefix } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import {
  newTaskLine,
  readName,
  readOption,
  type TaskLine,
  type TaskOptions,
  tasksRun,
} from '../task-line.ts';

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

function readTask(call: Call): Effects | undefined {
  if (call.kind !== 'command' || !PROGRAMS.includes(programName(call))) return undefined;
  const [words, rest] = parted(call.words.slice(1));
  const line = newTaskLine();
  readWords(words, line);
  const { names } = line;
  if (line.isIdle || (line.isOpen && names.length === 0)) return NO_EFFECTS;
  const given = rest.map(it => wordExpression(it));
  return tasksRun({
    files: line.file ?? FILES,
    folder: line.folder,
    tasks: (names.length === 0 ? [''] : names).map(name => ({ name, arguments: given })),
    overrides: line.variables,
    at: call.at,
  });
}

/** Behind `--` stands what is `{{.CLI_ARGS}}`. */
function parted(words: readonly Word[]): readonly [readonly Word[], readonly Word[]] {
  const index = words.findIndex(it => wordPrefix(it) === '--');
  return index < 0 ? [words, []] : [words.slice(0, index), words.slice(index + 1)];
}

const OPTIONS: TaskOptions = {
  idle: /^(?:-n|--dry|-l|--list|-a|--list-all|--status|--summary|-i|--init|--version|-h|--help)$/,
  folder: /^(?:-d|--dir)(=|$)/,
  file: /^(?:-t|--taskfile)(=|$)/,
  valued: /^(?:-o|--output|-C|--concurrency|-I|--interval|--sort)$/,
};

function readWords(words: readonly Word[], line: TaskLine): void {
  let index = 0;
  for (let word = words[index]; word; word = words[index]) {
    const taken = readOption(word, words[index + 1], OPTIONS, line);
    if (taken === 0) readName(word, /^([A-Za-z_]\w*)=/, line);
    index += Math.max(1, taken);
  }
}
