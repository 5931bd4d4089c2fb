//! The bounds of reading a script: its length, and how deep it is nested.

import type { Region } from '../../domain/region.ts';
import type { Program } from '../../domain/surface.ts';
import { sourceOf } from './mask.ts';
import type { Source } from './source.ts';

/** In UTF-16 code units. People do not write longer scripts; what is longer was put together by a program. */
const SCRIPT_LENGTH_MAX = 256 * 1024;

export function boundedProgram(
  region: Region,
  programFrom: (source: Source) => Program,
  lengthMax = SCRIPT_LENGTH_MAX,
): Program {
  if (region.text.length > lengthMax) return unread(region, 'too long');
  const source = sourceOf(region);
  if (source.text.length > lengthMax) return unread(region, 'too long');
  // Parsers and walks are recursive; what exhausts the stack all the same is given up as a whole.
  try {
    return programFrom(source);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unread(region, 'nested too deep');
  }
}

const unread = ({ at }: Region, why: string): Program => ({
  steps: [],
  problems: [{ at, message: `the script is ${why} to be read` }],
});
