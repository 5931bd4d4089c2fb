//! What a command line asks a runner of tasks for, as steps: `make -C infra deploy ENV=prod`.

import type { Entry, Expression } from './expression.ts';
import { literal } from './literal.ts';
import type { ScopeStep } from './scope-step.ts';
import type { Span } from './span.ts';
import type { RunStep } from './step.ts';
import { encoded, OVERRIDES, runStep, TASK_FILE } from './task-call.ts';

/** What a command line asks a runner of tasks for. */
export interface TaskRun {
  /** Names that the file may have, from the current folder, eight at most; the first that there is counts. */
  readonly files: readonly string[] | Expression;
  /** Where the runner is told to stand. */
  readonly folder?: Expression | undefined;
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
      ...runStep(TASK_FILE, '', at),
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
