//! What a generated workflow holds: a job that hands something to the job `deploy`, whose steps run scripts and actions.

import type { Condition } from './conditions.ts';

/** Values by names; a value may hold `${{ … }}` with the name of one context in it. */
export type Values = Readonly<Record<string, string>>;

export interface Workflow {
  readonly environment: Values;
  /** Of the job `prepare`, which `deploy` needs; its outputs are those of its only step. */
  readonly prepared: Values;
  readonly job: Job;
  /** Scripts by path. */
  readonly files: Values;
  /** Tools that fail. */
  readonly failing: readonly string[];
}

export interface Job {
  readonly environment: Values;
  /** `defaults.run`. */
  readonly shell: 'bash' | undefined;
  readonly folder: string | undefined;
  readonly steps: readonly JobStep[];
}

export type JobStep = RunStep | ActionStep;

export interface RunStep {
  readonly kind: 'run';
  readonly id: string;
  readonly condition: Condition | undefined;
  readonly environment: Values;
  readonly shell: 'bash' | undefined;
  readonly folder: string | undefined;
  readonly continues: boolean;
  readonly lines: string;
}

/** A composite action of the repository; its steps name their shell. */
export interface ActionStep {
  readonly kind: 'action';
  readonly id: string;
  readonly condition: Condition | undefined;
  readonly environment: Values;
  readonly given: Values;
  readonly fallbacks: Values;
  readonly outputs: Values;
  readonly steps: readonly RunStep[];
}

/** Where the action of a step stands. */
export const actionFolder = ({ id }: ActionStep): string => `.github/actions/${id}`;
