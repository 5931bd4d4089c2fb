//! Programs of several files, of which a command line names the folder, a package or a project: `go run ./cmd/deploy`.

import type { Expression } from './expression.ts';
import type { RunStep } from './step.ts';

export interface ProgramFiles {
  /** What the paths end in: `.go`, `/App.java`. */
  readonly ending: string;
  /** `below`: in all folders in it too. */
  readonly where: 'folder' | 'below';
  /** Of several it cannot be told which one is meant: none is run. */
  readonly isOnly?: true;
  /** The path begins with the name of such a routine, and that stands for the folder of its file. */
  readonly within?: string;
}

export const filesStep = (
  routine: string,
  path: Expression,
  files: ProgramFiles,
  given: Partial<Pick<RunStep, 'from' | 'arguments' | 'sharesProcess'>> = {},
): RunStep => ({
  kind: 'run',
  routine,
  path,
  inputs: [],
  arguments: [],
  sharesProcess: false,
  files,
  ...given,
  at: path.at,
});
