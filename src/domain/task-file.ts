//! Files of named tasks (`make deploy`, `npm run deploy`): what a surface makes of one, and how a command line runs a task.

import type { Entry, Expression } from './expression.ts';
import type { Routine } from './facts.ts';
import { literal } from './literal.ts';
import type { Span } from './span.ts';
import type { CommandStep, DefineStep, RunStep, ScopeStep, Step } from './step.ts';

/** Runs the task that its first argument names; the empty name is the task that runs when none is named. */
const FILE = 'task-file';
/** What a file sets and defines: other files take it in. */
const DEFINITIONS = 'task-definitions';
const TASK = 'task';

/** Values of the command line by name, which win over those of the file. */
const OVERRIDES = '%overrides';

export interface Task {
  /** What a command line says. */
  readonly name: string;
  /** What a person types: "`make deploy`". */
  readonly title: string;
  readonly body: readonly Step[];
  readonly at: Span;
}

export interface TaskFile {
  readonly path: string;
  readonly at: Span;
  /** Run before any task: variables, other files. */
  readonly definitions: readonly Step[];
  readonly tasks: readonly Task[];
  /** The task that runs when none is named. */
  readonly first: string | undefined;
}

/** The file as a routine that is given the name of a task, and each task as one that a person may start. */
export function taskRoutines(file: TaskFile): readonly Routine[] {
  const { path, at, tasks } = file;
  const defined = tasks.map(task => definitionOf(task, file));
  return [
    fileRoutine(DEFINITIONS, [...file.definitions, ...defined, ...fallbackOf(file)], file),
    fileRoutine(FILE, [runStep(DEFINITIONS, path, at), ...dispatch(file)], file),
    ...tasks.map(task => taskRoutine(task, file)),
  ];
}

const fileRoutine = (type: string, body: readonly Step[], { path, at }: TaskFile): Routine => ({
  kind: 'routine',
  type,
  path,
  parameters: [],
  bindings: [],
  body,
  alone: [],
  at,
});

function taskRoutine({ name, title, body, at }: Task, file: TaskFile): Routine {
  const start = { ...runStep(FILE, file.path, at), arguments: [literal(encoded(name), at)] };
  return {
    ...fileRoutine(TASK, body, file),
    path: taskPath(file.path, name),
    alone: [{ ...start, sharesProcess: false }],
    title,
    at,
  };
}

function fallbackOf({ first, at }: TaskFile): readonly DefineStep[] {
  if (first === undefined) return [];
  const body = [taskCall(first, at)];
  return [{ kind: 'define', name: functionName(''), isPrivate: true, body, at }];
}

function definitionOf({ name, at }: Task, { path }: TaskFile): DefineStep {
  const run = { ...runStep(TASK, taskPath(path, name), at), title: `task \`${name}\`` };
  return { kind: 'define', name: functionName(name), isPrivate: true, body: [run], at };
}

const runStep = (routine: string, path: string, at: Span): RunStep => ({
  kind: 'run',
  routine,
  path: literal(path, at),
  inputs: [],
  arguments: [],
  sharesProcess: true,
  at,
});

/** By the name itself; else by a pattern of make, in which `%` is any text. */
function dispatch({ tasks, at }: TaskFile): readonly Step[] {
  const name: Expression = { kind: 'reference', space: 'argument', name: '1', at };
  const exact = callOf(
    { kind: 'join', parts: [literal(functionName(''), at), name], at },
    [rest(at)],
    at,
  );
  const patterns = tasks.filter(it => it.name.includes('%'));
  if (patterns.length === 0) return [exact];
  const names = tasks.filter(it => !it.name.includes('%')).map(it => encoded(it.name));
  const choice = {
    of: name,
    patterns: [['', ...names], ...patterns.map(it => [encoded(it.name).replace('%', '*')])],
  };
  const arms = [[exact], ...patterns.map(it => [taskCall(it.name, at)])];
  return [{ kind: 'branch', arms, isExhaustive: false, choice, at }];
}

/** The arguments behind the name of the task. */
const rest = (at: Span): Expression => ({
  kind: 'elements',
  of: {
    kind: 'call',
    name: 'slice',
    args: [{ kind: 'reference', space: 'argument', name: '@', at }, literal('1', at)],
    at,
  },
  at,
});

/** A task that runs another of its file or of one that was taken in. */
export const taskCall = (name: string, at: Span, given: readonly Expression[] = []): CommandStep =>
  callOf(literal(functionName(name), at), given, at);

const callOf = (name: Expression, given: readonly Expression[], at: Span): CommandStep => ({
  kind: 'command',
  words: [name, ...given],
  environment: [],
  at,
});

/** No program and no script is called like it. */
const functionName = (task: string): string => `task:${encoded(task)}`;

const encoded = (task: string): string => task.replaceAll(/[\\/]/g, '|');

const taskPath = (path: string, task: string): string => `${path}#${encoded(task)}`;

/** Takes in what another file sets and defines. */
export const takeIn = (path: Expression, from: NonNullable<RunStep['from']>): RunStep => ({
  ...runStep(DEFINITIONS, '', path.at),
  path,
  from,
});

/** The value, unless the command line gives another. */
export const overridable = (name: string, value: Expression): Expression => {
  const { at } = value;
  const given: Expression = { kind: 'reference', space: 'variable', name: OVERRIDES, at };
  return { kind: 'call', name: 'override', args: [given, literal(name, at), value], at };
};

/** What a command line asks a runner of tasks for. */
export interface TaskRun {
  /** Names that the file may have, from the current folder; the first that there is counts. */
  readonly files: readonly string[] | Expression;
  /** Where the runner is told to stand. */
  readonly folder?: Expression;
  /** Each with its arguments; without any the file's own choice. */
  readonly tasks: readonly { readonly name: string; readonly arguments: readonly Expression[] }[];
  readonly overrides: readonly Entry[];
  readonly at: Span;
}

export function taskRun({ files, folder, tasks, overrides, at }: TaskRun): ScopeStep {
  const path: Expression =
    'kind' in files ? files : { kind: 'choice', options: files.map(it => literal(it, at)), at };
  const all = tasks.length === 0 ? [{ name: '', arguments: [] }] : tasks;
  const body = all.map(
    (task): RunStep => ({
      ...runStep(FILE, '', at),
      path,
      from: 'current-folder',
      arguments: [literal(encoded(task.name), at), ...task.arguments],
      sharesProcess: false,
    }),
  );
  const given: readonly Entry[] =
    overrides.length === 0
      ? []
      : [...overrides, { name: OVERRIDES, value: { kind: 'object', entries: overrides, at }, at }];
  return {
    kind: 'scope',
    ends: 'process',
    environment: given,
    ...(folder ? { folder } : {}),
    body,
    at,
  };
}
