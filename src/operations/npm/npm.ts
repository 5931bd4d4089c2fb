//! npm and its relatives: the scripts of a `package.json` that a command line names.
//! Source: https://docs.npmjs.com/cli/commands/npm-run-script

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import type { Expression } from '../../domain/expression.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import { wordExpression } from '../../domain/word-expression.ts';
import { tasksRun } from '../task-line.ts';

const MANAGERS: ReadonlySet<string> = new Set(['npm', 'yarn', 'pnpm', 'bun']);
/** They run several scripts: `run-s build deploy`. */
const SEVERAL: ReadonlySet<string> = new Set(['npm-run-all', 'npm-run-all2', 'run-s', 'run-p']);

export const npm: OperationReader = {
  id: 'npm',
  title: '`npm run`',
  programs: [...MANAGERS, ...SEVERAL],
  isTaskRunner: true,
  read: readNpm,
};

/** The nearest counts. */
const FILES = ['', '../', '../../', '../../../', '../../../../'].map(it => `${it}package.json`);

/** Scripts that npm runs without `run`. */
const SHORT: ReadonlySet<string> = new Set(['test', 'start', 'stop', 'restart']);

const RUN: ReadonlySet<string> = new Set(['run', 'run-script', 'rum', 'urn']);

/** What yarn, pnpm and bun do themselves, though a script may be called so too. */
const OWN =
  /^(?:install|i|add|remove|rm|up|upgrade|update|init|exec|dlx|x|link|unlink|pack|publish|why|list|ls|info|cache|config|global|create|import|audit|workspace|workspaces|deploy|node|bin|help|version|set|plugin)$/;

function readNpm(call: Call): Effects | undefined {
  if (call.kind !== 'command') return undefined;
  const program = programName(call);
  const words = call.words.slice(1);
  if (SEVERAL.has(program)) {
    const names = words.flatMap(it => wordText(it) ?? []).filter(it => !it.startsWith('-'));
    return running(
      names.map(name => ({ name, arguments: [] })),
      undefined,
      call,
    );
  }
  if (!MANAGERS.has(program)) return undefined;
  const { folder, rest } = read(words);
  const [first, second, ...others] = rest;
  const command = (first && wordText(first)) ?? '';
  const isRun = RUN.has(command);
  const name = isRun ? second && wordText(second) : command;
  if (name === undefined || name === '' || (!isRun && !isScript(program, command))) {
    return NO_EFFECTS;
  }
  const given = isRun ? others : rest.slice(1);
  return running([{ name, arguments: given.map(it => wordExpression(it)) }], folder, call);
}

function isScript(program: string, command: string): boolean {
  if (SHORT.has(command)) return true;
  // `yarn deploy` is a script, `pnpm deploy` copies a package.
  return (
    program !== 'npm' && (program === 'yarn' && command === 'deploy' ? true : !OWN.test(command))
  );
}

function running(
  tasks: readonly { readonly name: string; readonly arguments: readonly Expression[] }[],
  folder: Expression | undefined,
  { at }: Call,
): Effects {
  if (tasks.length === 0) return NO_EFFECTS;
  return tasksRun({ files: FILES, folder, tasks, overrides: [], at });
}

const FOLDER = /^(?:--prefix|--cwd|--dir|-C|-w|--workspace)(=|$)/;
/** Other options that take the next word. */
const VALUED = /^(?:--loglevel|--registry|--userconfig|--filter|-F)$/;

interface NpmLine {
  readonly folder: Expression | undefined;
  /** The command, the script, its arguments: `--` and options before it are gone. */
  readonly rest: readonly Word[];
}

function read(words: readonly Word[]): NpmLine {
  let folder: Expression | undefined;
  const rest: Word[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const prefix = wordPrefix(word);
    if (prefix === '--') return { folder, rest: [...rest, ...words.slice(index + 1)] };
    const match = FOLDER.exec(prefix);
    const next = words[index + 1];
    if (match?.[1] === '=') folder = wordExpression(word, match[0].length);
    else if (match) folder = next && wordExpression(next);
    if (match?.[1] === '' || VALUED.test(prefix)) index += 1;
    else if (!prefix.startsWith('-')) rest.push(word);
  }
  return { folder, rest };
}
