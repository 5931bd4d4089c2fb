//! `make`: the targets that a command line names, with the variables that it sets.
//! Source: https://www.gnu.org/software/make/manual/html_node/Options-Summary.html

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import { newTaskLine, readName, type TaskLine, tasksRun } from '../task-line.ts';

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

function readMake(call: Call): Effects | undefined {
  if (call.kind !== 'command' || !PROGRAMS.includes(programName(call))) return undefined;
  const line = newTaskLine();
  readWords(call.words.slice(1), line);
  if (line.isIdle || (line.isOpen && line.names.length === 0)) return NO_EFFECTS;
  return tasksRun({
    files: line.file ?? FILES,
    folder: line.folder,
    tasks: line.names.map(name => ({ name, arguments: [] })),
    overrides: line.variables,
    at: call.at,
  });
}

function readWords(words: readonly Word[], line: TaskLine): void {
  let index = 0;
  for (let word = words[index]; word; word = words[index]) {
    const prefix = wordPrefix(word);
    const isOption = prefix.startsWith('-');
    if (!isOption) readName(word, /^([A-Za-z_][\w.-]*)[:?+]{0,3}=/, line);
    index += isOption ? readOption(word, prefix, words[index + 1], line) : 1;
  }
}

const OPTION =
  /^(?:(-[A-Za-z]*?)([CfjlIoWE])|(--(?:directory|file|makefile|jobs|load-average|include-dir|old-file|what-if|eval))(?:=|$))/;

/** Letters may stand together; gives the number of words it took. */
function readOption(word: Word, prefix: string, next: Word | undefined, line: TaskLine): number {
  line.isIdle ||= /^-[^CfIjloWE-]*n|^--(?:just-print|dry-run|recon|version|help)$|^-v$/.test(
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
  if (option === 'C' || option === '--directory') line.folder = value;
  if (option === 'f' || option === '--file' || option === '--makefile') line.file = value;
  return isGlued || wordText(word) === undefined ? 1 : 2;
}
