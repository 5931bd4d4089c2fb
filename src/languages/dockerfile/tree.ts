//! A Dockerfile as its instructions, with their places.

import type { Region } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';

export interface Dockerfile {
  readonly instructions: readonly Instruction[];
  /** What continues a line, and takes the meaning from the character behind it: `\`, or a grave accent. */
  readonly escaping: string;
}

export interface Instruction {
  /** Upper case. */
  readonly name: string;
  /** `--mount=type=secret,id=login`: name and value; a switch has none. */
  readonly flags: readonly Flag[];
  /** What stands behind the name and the flags, lines joined, comments between them left out. */
  readonly text: Region;
  readonly heredocs: readonly Heredoc[];
  /** The name, where it stands. */
  readonly at: Span;
}

export interface Flag {
  readonly name: string;
  readonly value: string;
  readonly at: Span;
}

/** `<<EOF` with the lines up to `EOF`. */
export interface Heredoc {
  readonly name: string;
  /** `<<-`: tabs at the beginning of its lines do not count. */
  readonly isIndented: boolean;
  readonly body: Region;
  /** Body and last line as they stand, for a shell that reads it itself. */
  readonly raw: Region;
}
