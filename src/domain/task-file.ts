//! Files of named tasks, as a Makefile and a `package.json` are: what a surface makes of one.

import type { Expression } from './expression.ts';
import type { Routine } from './facts.ts';
import { literal } from './literal.ts';
import type { Span } from './span.ts';
import type { DefineStep, Step } from './step.ts';
import {
  callOf,
  encoded,
  functionName,
  partCall,
  runStep,
  TASK,
  TASK_DEFINITIONS,
  TASK_FILE,
  type TaskPart,
  taskCall,
  taskPath,
} from './task-call.ts';

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
  /** What a chain of places calls one of them; a task, when absent. */
  readonly noun?: string;
  /** The task that runs when none is named. */
  readonly first: string | undefined;
  /** Files whose tasks are named with something in front: `docs:build`. */
  readonly parts?: readonly TaskPart[];
}

/** The file as a routine that is given the name of a task, and each task as one that a person may start. */
export function taskRoutines(file: TaskFile): readonly Routine[] {
  const { path, at, tasks } = file;
  const defined = tasks.map(task => definitionOf(task, file));
  return [
    fileRoutine(TASK_DEFINITIONS, [...file.definitions, ...defined, ...fallbackOf(file)], file),
    {
      ...fileRoutine(TASK_FILE, [runStep(TASK_DEFINITIONS, path, at), ...dispatch(file)], file),
      mayRunItself: true,
    },
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
  leftTo: 'nobody',
  isOfTasks: true,
  at,
});

function taskRoutine({ name, title, body, at }: Task, file: TaskFile): Routine {
  const start = { ...runStep(TASK_FILE, file.path, at), arguments: [literal(encoded(name), at)] };
  const { leftTo: _, ...routine } = fileRoutine(TASK, body, file);
  return {
    ...routine,
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

function definitionOf({ name, at }: Task, { path, noun = 'task' }: TaskFile): DefineStep {
  const run = { ...runStep(TASK, taskPath(path, name), at), title: `${noun} \`${name}\`` };
  return { kind: 'define', name: functionName(name), isPrivate: true, body: [run], at };
}

/** By the name itself; else by a pattern of make, in which `%` is any text, or in a file that the beginning names. */
function dispatch({ tasks, at, parts = [] }: TaskFile): readonly Step[] {
  const name: Expression = { kind: 'reference', space: 'argument', name: '1', at };
  const called: Expression = { kind: 'join', parts: [literal(functionName(''), at), name], at };
  const exact = callOf(called, [rest(at)], at);
  const patterns = tasks.filter(it => it.name.includes('%'));
  if (patterns.length + parts.length === 0) return [exact];
  const names = tasks.filter(it => !it.name.includes('%')).map(it => encoded(it.name));
  const choice = {
    of: name,
    patterns: [
      ['', ...names],
      ...patterns.map(it => [encoded(it.name).replace('%', '*')]),
      ...parts.map(it => [`${encoded(it.prefix)}*`]),
    ],
  };
  const arms = [
    [exact],
    ...patterns.map(it => [taskCall(it.name, at)]),
    ...parts.map(it => [partCall(it, withoutPrefix(name, it.prefix), [rest(at)])]),
  ];
  return [{ kind: 'branch', arms, isExhaustive: false, choice, at }];
}

const withoutPrefix = (name: Expression, prefix: string): Expression => {
  const { at } = name;
  const args = [name, literal(encoded(prefix), at), literal('', at)];
  return { kind: 'call', name: 'replace', args, at };
};

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
