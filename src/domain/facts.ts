//! What one file says, read on its own.

import type { Entry, Expression } from './expression.ts';
import type { Problem, Span } from './span.ts';
import type { RoutineType, Step } from './step.ts';

export interface FileFacts {
  readonly path: string;
  readonly pipelines: readonly Pipeline[];
  readonly declarations: readonly Declaration[];
  readonly problems: readonly Problem[];
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
  /** What a person does to start it, where that is more than the body; nothing when nobody starts it by itself. */
  readonly alone?: readonly Step[];
  /** What a person calls it, when the path does not say it: "`make deploy`". */
  readonly title?: string;
  readonly at: Span;
}

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
  readonly values: readonly Entry[];
  readonly at: Span;
}
