//! `uv run`, `poetry run` and their like: the command behind them, in the environment of a Python project.
//! Sources: https://docs.astral.sh/uv/reference/cli/#uv-run, https://python-poetry.org/docs/cli/#run,
//! https://docs.conda.io/projects/conda/en/stable/commands/run.html, https://coverage.readthedocs.io/en/latest/cmd.html

import { type Call, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import type { Expression } from '../../domain/expression.ts';
import { literal } from '../../domain/literal.ts';
import { type Effects, NO_EFFECTS, type OperationReader } from '../../domain/operation.ts';
import { programName } from '../../domain/program-name.ts';
import type { Step } from '../../domain/step.ts';
import { wordExpression } from '../../domain/word-expression.ts';

interface Tool {
  /** The option that says where the command stands. */
  readonly folder?: RegExp;
  /** Other options that take the next word. */
  readonly valued: RegExp;
}

const CONDA: Tool = { folder: /^--cwd$/, valued: /^(?:-[npe]|--name|--prefix|--env)$/ };

const TOOLS: ReadonlyMap<string, Tool> = new Map<string, Tool>([
  [
    'uv',
    {
      folder: /^--directory$/,
      valued:
        /^(?:-[pwiPC]|--python|--with(?:-editable|-requirements)?|--(?:no-)?extra|--(?:no-|only-)?group|--env-file|--project|--package|--config-file|--cache-dir|--index(?:-url|-strategy)?|--(?:extra-index-url|default-index|find-links|color))$/,
    },
  ],
  ['poetry', { folder: /^(?:-C|--directory)$/, valued: /^(?:-P|--project)$/ }],
  ['pipenv', { valued: /^--(?:python|pypi-mirror)$/ }],
  ['pdm', { valued: /^(?:-[pc]|--project|--config)$/ }],
  ['hatch', { valued: /^(?:-[ep]|--env|--project|--config)$/ }],
  ['rye', { valued: /^--pyproject$/ }],
  ['conda', CONDA],
  ['mamba', CONDA],
  ['micromamba', CONDA],
  ['coverage', { valued: /^--(?:source|include|omit|rcfile|data-file|context|concurrency)$/ }],
]);

export const pythonEnvironments: OperationReader = {
  id: 'python-environments',
  title: '`uv run`',
  programs: [...TOOLS.keys()],
  isTaskRunner: true,
  read: readRun,
};

function readRun(call: Call): Effects | undefined {
  const tool = call.kind === 'command' ? TOOLS.get(programName(call)) : undefined;
  if (call.kind !== 'command' || !tool) return undefined;
  const before = read(call.words.slice(1), tool);
  const [verb, ...rest] = before.words;
  if (!verb || wordText(verb) !== 'run') return NO_EFFECTS;
  const { folder = before.folder, words } = read(rest, tool);
  const [first] = words;
  if (!first) return NO_EFFECTS;
  const { at } = call;
  const python = isForPython(first) ? [literal('python', first.at)] : [];
  const all = [...python, ...words.map(it => wordExpression(it))];
  const command: Step = { kind: 'command', words: all, environment: [], at };
  const steps: readonly Step[] = folder
    ? [{ kind: 'scope', ends: 'process', environment: [], folder, body: [command], at }]
    : [command];
  return { ...NO_EFFECTS, runs: [{ kind: 'steps', steps }] };
}

/** `-m tools.deploy`, `deploy.py`. */
const isForPython = (word: Word): boolean =>
  wordText(word) === '-m' || /\.pyw?$/.test(wordText(word) ?? '');

interface Line {
  readonly folder: Expression | undefined;
  /** From the first that is no option. */
  readonly words: readonly Word[];
}

function read(words: readonly Word[], tool: Tool): Line {
  let folder: Expression | undefined;
  let index = 0;
  for (; index < words.length; index += 1) {
    const word = words[index];
    const prefix = word ? wordPrefix(word) : '';
    if (!word || !prefix.startsWith('-') || prefix === '-m') break;
    if (prefix === '--') return { folder, words: words.slice(index + 1) };
    const equals = prefix.indexOf('=');
    const name = equals < 0 ? prefix : prefix.slice(0, equals);
    const isFolder = tool.folder?.test(name) ?? false;
    const next = words[index + 1];
    if (isFolder)
      folder = equals < 0 ? next && wordExpression(next) : wordExpression(word, equals + 1);
    if (equals < 0 && (isFolder || tool.valued.test(name))) index += 1;
  }
  return { folder, words: words.slice(index) };
}
