//! What one file says, read on its own.

import type { Entry, Expression } from './expression.ts';
import type { Problem, Span } from './span.ts';
import type { RoutineType, Step } from './step.ts';

export interface FileFacts {
  readonly path: string;
  readonly pipelines: readonly Pipeline[];
  readonly declarations: readonly Declaration[];
  readonly problems: readonly Problem[];
  /** Here for other reasons than to run: a test, what others wrote, what a program wrote, an example of a library. */
  readonly isAside?: true;
}

/** An entry point that a platform starts: a job. */
export interface Pipeline {
  /** Unique in its file; `path#id` names the entry point: the job's id. */
  readonly id: string;
  /** What a person calls it: "job `deploy`". */
  readonly title: string;
  readonly reach: 'pipeline' | 'automation';
  /** Its platform gives every job variables that no file names: project variables of GitLab. */
  readonly isOpen?: true;
  /** Pipelines of the file that run before it, by id: it can read what they gave out. They stand before it. */
  readonly needs?: readonly string[];
  /** The name of the runner, when the file says so; a self-hosted one may hold somebody's session. */
  readonly runner?: Expression;
  readonly body: readonly Step[];
  readonly at: Span;
}

export type Declaration = Routine | ValueFile;

/**
 * What others run by path: a script, a composite action, a reusable workflow, a Terraform module, a Bicep file.
 * Several of one type and path are parts of one: the `.tf` files of a folder.
 */
export interface Routine {
  readonly kind: 'routine';
  readonly type: RoutineType;
  /** The file's path, or the folder's where a folder is the unit. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Names that the routine binds for itself: Terraform's locals, Bicep's variables. */
  readonly bindings: readonly Entry[];
  readonly body: readonly Step[];
  /** Who runs it where nothing of the repository does; a person, when absent. */
  readonly leftTo?: LeftTo;
  /** What a person does to start it, where that is more than the body. */
  readonly alone?: readonly Step[];
  /** Routines that hold it in parts: where one of them was run, it was run. */
  readonly parts?: { readonly type: RoutineType; readonly paths: readonly string[] };
  /** A file of tasks, or one of its tasks: a runner comes to them by names that only the run knows. */
  readonly isOfTasks?: true;
  /** It stands for several, of which one may well run another: all tasks of a file. */
  readonly mayRunItself?: true;
  /** What a person calls it, when the path does not say it: "`make deploy`". */
  readonly title?: string;
  readonly at: Span;
}

export type LeftTo =
  /** It exists only to be called by pipelines, if not by one of this repository: a template, an action. */
  | 'pipelines'
  /** A machine runs it when it first starts, with nobody there, however it comes by it; so does what reads its text. */
  | 'machine'
  /** A platform runs it with nobody there, as its text tells: "Azure Automation". */
  | { readonly platform: string }
  /** Only others take it in: by itself it is nothing. */
  | 'nobody';

export interface Parameter {
  readonly name: string;
  readonly fallback?: Expression;
  readonly at: Span;
}

/** Values for a routine's parameters, kept in a file of their own: `.tfvars`, `.tfbackend`, `.bicepparam`. */
export interface ValueFile {
  readonly kind: 'values';
  /** The routine type it serves. */
  readonly type: RoutineType;
  readonly path: string;
  /** The routine it belongs to by itself: a folder for `terraform.tfvars`, a file for `using`. */
  readonly serves?: string;
  /** The file whose values it takes over where it has none of its own. */
  readonly base?: string;
  /** No tool reads it unasked: by itself it counts only where nothing here runs what it serves. */
  readonly isAsked?: true;
  /** Of several that belong to it by themselves the highest counts most, and of those the last by name; 0 when absent. */
  readonly rank?: number;
  readonly values: readonly Entry[];
  readonly at: Span;
}
