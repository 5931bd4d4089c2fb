//! `just`: the recipes of a justfile that a command line names, with their arguments and the variables that it sets.
//! Source: https://just.systems/man/en/

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import {
  newTaskLine,
  readOption,
  type TaskLine,
  type TaskOptions,
  tasksRun,
  variableIn,
} from '../task-line.ts';

export const just: OperationReader = {
  id: 'just',
  title: '`just`',
  programs: ['just'],
  isTaskRunner: true,
  read: readJust,
};

/** The nearest counts. */
const FILES = [
  '.justfile',
  ...['', '../', '../../'].flatMap(folder => [`${folder}justfile`, `${folder}Justfile`]),
];

function readJust(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'just') return undefined;
  const line = newTaskLine();
  const [first, ...others] = recipeWords(call.words.slice(1), line);
  const name = first ? wordText(first) : '';
  if (line.isIdle || name === undefined) return NO_EFFECTS;
  return tasksRun({
    files: line.file ?? FILES,
    folder: line.folder,
    tasks: [{ name, arguments: others.map(it => wordExpression(it)) }],
    overrides: line.variables,
    at: call.at,
  });
}

const OPTIONS: TaskOptions = {
  idle: /^(?:-n|--dry-run|-l|--list|-s|--show|--summary|--evaluate|--variables|--dump|--fmt|--choose|--init|-e|--edit|-V|--version|-h|--help)$/,
  folder: /^(?:-d|--working-directory)(=|$)/,
  file: /^(?:-f|--justfile)(=|$)/,
  valued:
    /^(?:--color|--shell|--shell-arg|--dotenv-path|-E|--dotenv-filename|--chooser|--command-color|--timestamp-format)$/,
};

/** The recipe, and its arguments; which of them are recipes in turn only the file says. */
function recipeWords(words: readonly Word[], line: TaskLine): readonly Word[] {
  let index = 0;
  for (let word = words[index]; word; word = words[index]) {
    const variable = variableIn(word, /^([A-Za-z_][\w-]*)=/);
    const taken = readOption(word, words[index + 1], OPTIONS, line);
    if (wordPrefix(word) === '--set') readSet(words[index + 1], words[index + 2], line);
    if (variable) line.variables.push(variable);
    else if (taken === 0) break;
    index += wordPrefix(word) === '--set' ? 3 : Math.max(1, taken);
  }
  return words.slice(index);
}

function readSet(name: Word | undefined, value: Word | undefined, { variables }: TaskLine): void {
  const text = name && wordText(name);
  if (text === undefined || !value) return;
  variables.push({ name: text, value: wordExpression(value), at: value.at });
}
