//! Shell scripts: text to the steps it runs, with their places in the file the script stands in.
//! Source: https://www.gnu.org/software/bash/manual/bash.html

import { type ParsedScript, parse } from 'unbash';
import type { Language, Program } from '../../domain/surface.ts';
import { boundedProgram } from '../script-text/bounded.ts';
import type { Source } from '../script-text/source.ts';
import { type Context, type Notes, noteError } from './context.ts';
import { lowered } from './statements.ts';

export const bash: Language = {
  id: 'bash',
  names: ['bash', 'sh', 'dash', 'ksh', 'ksh93', 'mksh', 'zsh', 'ash', 'rbash', 'shell'],
  programOf: region => boundedProgram(region, programFrom),
};

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
