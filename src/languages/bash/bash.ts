//! Shell scripts: text to the steps it runs, with their places in the file the script stands in.
//! Source: https://www.gnu.org/software/bash/manual/bash.html

import { type ParsedScript, parse } from 'unbash';
import type { Region } from '../../domain/region.ts';
import type { Language, Program } from '../../domain/surface.ts';
import { sourceOf } from './mask.ts';
import { type Context, type Notes, noteError, type Source } from './source.ts';
import { lowered } from './statements.ts';

/** In UTF-16 code units. People do not write longer scripts; what is longer was put together by a program. */
const SCRIPT_LENGTH_MAX = 256 * 1024;

export const bash: Language = {
  id: 'bash',
  names: ['bash', 'sh', 'dash', 'ksh', 'ksh93', 'mksh', 'zsh', 'ash', 'rbash', 'shell'],
  programOf,
};

function programOf(region: Region): Program {
  if (region.text.length > SCRIPT_LENGTH_MAX) return unread(region, 'too long');
  const source = sourceOf(region);
  if (source.text.length > SCRIPT_LENGTH_MAX) return unread(region, 'too long');
  // The parser and the walk are recursive; what exhausts the stack all the same is given up as a whole.
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

function programFrom(source: Source): Program {
  const notes: Notes = {
    problems: [],
    atExit: [],
    maps: new Set(),
    folders: 0,
    outputs: new Map(),
    steps: new Map(),
  };
  const context: Context = { source, notes, depth: 0, isInFunction: false, output: undefined };
  const script: ParsedScript = parse(source.text);
  noteError(script.errors, source, notes);
  const steps = lowered(script.commands, context);
  return { steps: [...steps, ...notes.atExit], problems: notes.problems };
}
