//! The contracts of a kind of file and of a language.

import type { FileFacts } from './facts.ts';
import type { Interest } from './interest.ts';
import type { Region } from './region.ts';
import type { SourceFile } from './source-file.ts';
import type { Problem } from './span.ts';
import type { Step } from './step.ts';

/** A kind of file. */
export interface Surface {
  /** The folder's name. */
  readonly id: string;
  /** What people call it: "GitHub workflow". */
  readonly title: string;
  /** What comments begin with, those of scripts inside it too, in lower case: `#`, `//`; none in plain JSON. */
  readonly comments: readonly string[];
  /** `firstLine` is known only for files without an ending. */
  matches(path: string, firstLine: string): boolean;
  /** Whether it is such a file, for paths that others share; surfaces whose paths say enough have none, and go first. */
  recognises?(text: string, path: string): boolean;
  /** Never throws. Surfaces of program code leave out what is not of interest. */
  extract(file: SourceFile, interest?: Interest): FileFacts;
}

/** A language that scripts are written in. */
export interface Language {
  /** The folder's name: what `ScriptStep.language` says. */
  readonly id: string;
  /** Other names for it, lower case, without a path: `sh`, `dash`. */
  readonly names: readonly string[];
  /** Never throws. Calls of libraries that are not of interest are left out. */
  programOf(region: Region, interest?: Interest): Program;
}

export interface Program {
  readonly steps: readonly Step[];
  readonly problems: readonly Problem[];
}
