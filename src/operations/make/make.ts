//! `make`: the targets that a command line names, with the variables that it sets.
//! Source: https://www.gnu.org/software/make/manual/html_node/Options-Summary.html

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import type { Entry, Expression } from '../../domain/expression.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { taskRun } from '../../domain/task-run.ts';
import { wordExpression } from '../../domain/word-expression.ts';

const PROGRAMS = ['make', 'gmake', 'mingw32-make'];

export const make: OperationReader = {
  id: 'make',
  title: '`make`',
  programs: PROGRAMS,
  isTaskRunner: true,
  read: readMake,
};

/** In the order in which make looks for them. */
const FILES = ['GNUmakefile', 'makefile', 'Makefile'];

interface Draft {
  folder: Expression | undefined;
  file: Expression | undefined;
  /** `-n` only prints. */
  isDry: boolean;
  /** A target that is not known: which one is made cannot be told. */
  isOpen: boolean;
  readonly goals: string[];
  readonly variables: Entry[];
}

function readMake(call: Call): Effects | undefined {
  if (call.kind !== 'command' || !PROGRAMS.includes(programName(call))) return undefined;
  const { folder, file, isDry, isOpen, goals, variables } = read(call.words.slice(1));
  if (isDry || (isOpen && goals.length === 0)) return NO_EFFECTS;
  const run = taskRun({
    files: file ?? FILES,
    ...(folder ? { folder } : {}),
    tasks: goals.map(name => ({ name, arguments: [] })),
    overrides: variables,
    at: call.at,
  });
  return { ...NO_EFFECTS, runs: [{ kind: 'steps', steps: [run] }] };
}

function read(words: readonly Word[]): Draft {
  const draft: Draft = {
    folder: undefined,
    file: undefined,
    isDry: false,
    isOpen: false,
    goals: [],
    variables: [],
  };
  for (let index = 0; index < words.length; ) {
    const word = words[index];
    if (!word) break;
    index += readWord(word, words[index + 1], draft);
  }
  return draft;
}

/** Gives the number of words it took. */
function readWord(word: Word, next: Word | undefined, draft: Draft): number {
  const prefix = wordPrefix(word);
  if (prefix.startsWith('-')) return readOption(word, prefix, next, draft);
  const name = /^([A-Za-z_][\w.-]*)[:?+]{0,3}=/.exec(prefix);
  const text = wordText(word);
  if (name?.[1] !== undefined) {
    const value = wordExpression(word, name[0].length);
    draft.variables.push({ name: name[1], value, at: word.at });
  } else if (text === undefined) draft.isOpen = true;
  else if (text !== '') draft.goals.push(text);
  return 1;
}

const OPTION =
  /^(?:(-[A-Za-z]*?)([CfjlIoWE])|(--(?:directory|file|makefile|jobs|load-average|include-dir|old-file|what-if|eval))(?:=|$))/;

function readOption(word: Word, prefix: string, next: Word | undefined, draft: Draft): number {
  draft.isDry ||= /^-[^CfIjloWE-]*n|^--(?:just-print|dry-run|recon|version|help)$|^-v$/.test(
    prefix,
  );
  const match = OPTION.exec(prefix);
  if (!match) return 1;
  const option = match[2] ?? match[3] ?? '';
  const isGlued = match[0].length < prefix.length || match[0].endsWith('=');
  if (/^(?:[jl]|--jobs|--load-average)$/.test(option)) {
    return !isGlued && next && /^\d+$/.test(wordText(next) ?? '') ? 2 : 1;
  }
  const value =
    isGlued || wordText(word) === undefined
      ? wordExpression(word, match[0].length)
      : next && wordExpression(next);
  if (option === 'C' || option === '--directory') draft.folder = value;
  if (option === 'f' || option === '--file' || option === '--makefile') draft.file = value;
  return isGlued || wordText(word) === undefined ? 1 : 2;
}
