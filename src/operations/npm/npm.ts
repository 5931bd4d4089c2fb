//! npm and its relatives: the scripts of a `package.json` that a command line names.
//! Source: https://docs.npmjs.com/cli/commands/npm-run-script

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import type { Expression } from '../../domain/expression.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Step } from '../../domain/step.ts';
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
  const { folder, rest, isElsewhere } = read(words, program);
  if (isElsewhere) return NO_EFFECTS;
  const [first, second, ...others] = rest;
  const command = (first && wordText(first)) ?? '';
  if (EXEC.test(command)) return started(rest.slice(1), folder, call);
  const isRun = RUN.has(command);
  const name = isRun ? second && wordText(second) : command;
  if (name === undefined || name === '') return NO_EFFECTS;
  const given = isRun ? others : rest.slice(1);
  if (program === 'bun' && JAVASCRIPT.test(name)) {
    return started([spelled('node', call), ...rest.slice(isRun ? 1 : 0)], folder, call);
  }
  if (!isRun && !isScript(program, command)) return NO_EFFECTS;
  const run = running([{ name, arguments: given.map(it => wordExpression(it)) }], folder, call);
  // Where no script is called so, these run the program of a package: `yarn tsx deploy.ts`.
  if (isRun || program === 'npm') return run;
  return { ...run, runs: [...run.runs, ...started(rest, folder, call).runs] };
}

/** `npm exec -- tsx deploy.ts`. */
const EXEC = /^(?:exec|x|dlx)$/;

const JAVASCRIPT = /\.[cm]?[jt]sx?$/i;

const spelled = (text: string, { at }: Call): Word => ({
  parts: [{ kind: 'text', text }],
  splits: false,
  at,
});

/** The command itself. */
function started(words: readonly Word[], folder: Expression | undefined, { at }: Call): Effects {
  if (words.length === 0) return NO_EFFECTS;
  const all = words.map(it => wordExpression(it));
  const body: readonly Step[] = [{ kind: 'command', words: all, environment: [], at }];
  const place = folder ? { folder } : {};
  const scope: Step = { kind: 'scope', ends: 'process', environment: [], ...place, body, at };
  return { ...NO_EFFECTS, runs: [{ kind: 'steps', steps: [scope] }] };
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

/** The scripts of other packages, whichever those are; the one that is running is left out. */
const ELSEWHERE = /^(?:-r|--recursive|--parallel|--workspaces|-ws|--filter|-F)(?:=|$)/;

interface NpmLine {
  readonly folder: Expression | undefined;
  /** The command, the script, its arguments: `--` and options before it are gone. */
  readonly rest: readonly Word[];
  /** It runs scripts of other packages. */
  readonly isElsewhere: boolean;
}

/** npm takes its options anywhere before `--`, the others in front of what they run. */
function read(words: readonly Word[], program: string): NpmLine {
  let folder: Expression | undefined;
  const rest: Word[] = [];
  let isElsewhere = false;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    const prefix = wordPrefix(word);
    if (prefix === '--') return { folder, isElsewhere, rest: [...rest, ...words.slice(index + 1)] };
    isElsewhere ||= ELSEWHERE.test(prefix);
    const match = FOLDER.exec(prefix);
    const next = words[index + 1];
    if (match?.[1] === '=') folder = wordExpression(word, match[0].length);
    else if (match) folder = next && wordExpression(next);
    if (match?.[1] === '' || VALUED.test(prefix)) index += 1;
    else if (!prefix.startsWith('-')) rest.push(word);
    const isNamed = rest.length > 1 || (rest.length === 1 && !STARTS.test(wordPrefix(word)));
    if (program !== 'npm' && isNamed)
      return { folder, isElsewhere, rest: [...rest, ...words.slice(index + 1)] };
  }
  return { folder, rest, isElsewhere };
}

/** What it starts comes next. */
const STARTS = /^(?:run|run-script|exec|dlx|x)$/;
