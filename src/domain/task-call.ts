//! Names of tasks and the steps that run them: in their own file, in another, with values of the command line.

import type { Expression } from './expression.ts';
import { literal } from './literal.ts';
import type { ScopeStep } from './scope-step.ts';
import type { Span } from './span.ts';
import type { CommandStep, RunStep } from './step.ts';

/** Runs the task that its first argument names; the empty name is the task that runs when none is named. */
export const TASK_FILE = 'task-file';
/** What a file sets and defines: other files take it in. */
export const TASK_DEFINITIONS = 'task-definitions';
export const TASK = 'task';

/** Values of the command line by name, which win over those of the file. */
export const OVERRIDES = '%overrides';

export const runStep = (routine: string, path: string, at: Span): RunStep => ({
  kind: 'run',
  routine,
  path: literal(path, at),
  inputs: [],
  arguments: [],
  sharesProcess: true,
  at,
});

export interface TaskPart {
  /** With what parts it from the name: `docs:`. */
  readonly prefix: string;
  readonly path: Expression;
  /** Where its tasks run, when the file says so. */
  readonly folder?: Expression;
}

/** A task of another file, with the variables of its own. */
export function partCall(
  { path, folder }: TaskPart,
  name: Expression,
  given: readonly Expression[],
): ScopeStep {
  const { at } = path;
  const run: RunStep = {
    ...runStep(TASK_FILE, '', at),
    path,
    from: 'own-folder',
    arguments: [name, ...given],
    sharesProcess: false,
  };
  const place = folder ? { folder } : {};
  return { kind: 'scope', ends: 'process', environment: [], ...place, body: [run], at };
}

/** A task that runs another of its file or of one that was taken in. */
export const taskCall = (name: string, at: Span, given: readonly Expression[] = []): CommandStep =>
  callOf(literal(functionName(name), at), given, at);

export const callOf = (name: Expression, given: readonly Expression[], at: Span): CommandStep => ({
  kind: 'command',
  words: [name, ...given],
  environment: [],
  at,
});

/** No program and no script is called like it. */
export const functionName = (task: string): string => `task:${encoded(task)}`;

export const encoded = (task: string): string => task.replaceAll(/[\\/]/g, '|');

export const taskPath = (path: string, task: string): string => `${path}#${encoded(task)}`;

/** Takes in what another file sets and defines. */
export const takeIn = (path: Expression, from: NonNullable<RunStep['from']>): RunStep => ({
  ...runStep(TASK_DEFINITIONS, '', path.at),
  path,
  from,
});

/** The value, unless the command line gives another. */
export const overridable = (name: string, value: Expression): Expression => {
  const { at } = value;
  const given: Expression = { kind: 'reference', space: 'variable', name: OVERRIDES, at };
  return { kind: 'call', name: 'override', args: [given, literal(name, at), value], at };
};
