//! `just`: the recipes of a justfile that a command line names, with their arguments and the variables that it sets.
//! Source: https://just.systems/man/en/

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { taskRun } from '../../domain/task-run.ts';
import { wordExpression } from '../../domain/word-expression.ts';

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

interface JustLine {
  folder: Expression | undefined;
  file: Expression | undefined;
  /** It lists, prints or checks only. */
  isIdle: boolean;
  readonly variables: Entry[];
  /** The recipe, and its arguments; which of them are recipes in turn only the file says. */
  readonly rest: Word[];
}

function readJust(call: Call): Effects | undefined {
  if (call.kind !== 'command' || programName(call) !== 'just') return undefined;
  const { folder, file, isIdle, variables, rest } = read(call.words.slice(1));
  const [first, ...others] = rest;
  const name = first ? wordText(first) : '';
  if (isIdle || name === undefined) return NO_EFFECTS;
  const given = { name, arguments: others.map(it => wordExpression(it)) };
  const run = taskRun({
    files: file ?? FILES,
    ...(folder ? { folder } : {}),
    tasks: [given],
    overrides: variables,
    at: call.at,
  });
  return { ...NO_EFFECTS, runs: [{ kind: 'steps', steps: [run] }] };
}

const IDLE =
  /^(?:-n|--dry-run|-l|--list|-s|--show|--summary|--evaluate|--variables|--dump|--fmt|--choose|--init|-e|--edit|-V|--version|-h|--help)$/;
const PLACE = /^(?:-f|--justfile|-d|--working-directory)(=|$)/;
const VALUED =
  /^(?:--color|--shell|--shell-arg|--dotenv-path|-E|--dotenv-filename|--chooser|--command-color|--timestamp-format)$/;

function read(words: readonly Word[]): JustLine {
  const line: JustLine = {
    folder: undefined,
    file: undefined,
    isIdle: false,
    variables: [],
    rest: [],
  };
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const prefix = wordPrefix(word);
    if (line.rest.length > 0 || !prefix.startsWith('-')) {
      readPlain(word, prefix, line);
      continue;
    }
    line.isIdle ||= IDLE.test(prefix);
    const place = PLACE.exec(prefix);
    if (place) readPlace(place, word, words[index + 1], line);
    if (prefix === '--set') readSet(words[index + 1], words[index + 2], line);
    index += prefix === '--set' ? 2 : place?.[1] === '' || VALUED.test(prefix) ? 1 : 0;
  }
  return line;
}

function readPlain(word: Word, prefix: string, { rest, variables }: JustLine): void {
  const name = rest.length === 0 ? /^([A-Za-z_][\w-]*)=/.exec(prefix)?.[1] : undefined;
  if (name === undefined) rest.push(word);
  else variables.push({ name, value: wordExpression(word, name.length + 1), at: word.at });
}

function readPlace(
  match: RegExpExecArray,
  word: Word,
  next: Word | undefined,
  line: JustLine,
): void {
  const value =
    match[1] === '=' ? wordExpression(word, match[0].length) : next && wordExpression(next);
  if (/^-f|^--j/.test(match[0])) line.file = value;
  else line.folder = value;
}

function readSet(name: Word | undefined, value: Word | undefined, { variables }: JustLine): void {
  const text = name && wordText(name);
  if (text === undefined || !value) return;
  variables.push({ name: text, value: wordExpression(value), at: value.at });
}
