//! PowerShell scripts: text to the steps it runs, with their places in the file the script stands in.
//! Source: https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-01

import { EVERYTHING, type Interest } from '../../domain/interest.ts';
import type { Region } from '../../domain/region.ts';
import type { Problem } from '../../domain/span.ts';
import type { Language, Program } from '../../domain/surface.ts';
import { sourceOf } from '../bash/mask.ts';
import { type Source, spanAt } from '../bash/source.ts';
import type { Context } from './context.ts';
import { functionNames } from './function-names.ts';
import { type ParsedPowerShell, parsePowerShell } from './parse.ts';
import { bodyOf } from './statements.ts';

/** In UTF-16 code units. People do not write longer scripts; what is longer was put together by a program. */
const SCRIPT_LENGTH_MAX = 512 * 1024;

export const powershell: Language = {
  id: 'powershell',
  names: ['powershell', 'pwsh', 'ps1', 'powershell.exe', 'pwsh.exe'],
  programOf,
};

function programOf(region: Region, interest: Interest = EVERYTHING): Program {
  if (region.text.length > SCRIPT_LENGTH_MAX) return unread(region, 'too long');
  const source = sourceOf(region);
  // The parser and the walk are recursive; what exhausts the stack all the same is given up as a whole.
  try {
    return programFrom(source, interest);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return unread(region, 'nested too deep');
  }
}

const unread = ({ at }: Region, why: string): Program => ({
  steps: [],
  problems: [{ at, message: `the script is ${why} to be read` }],
});

function programFrom(source: Source, interest: Interest): Program {
  const parsed = parsePowerShell(source.text);
  const problems: Problem[] = [...problemsOf(parsed, source)];
  const context: Context = {
    source,
    notes: {
      problems,
      functions: functionNames(parsed.statements),
      lists: new Set(),
      blocks: new Set(),
      interest,
    },
    isInFunction: false,
    isInSwitch: false,
    isInTry: false,
    asked: undefined,
    runsValues: true,
  };
  return { steps: bodyOf(parsed.statements, context), problems };
}

/** The first error explains the others. */
function problemsOf({ errors }: ParsedPowerShell, source: Source): readonly Problem[] {
  const [error] = errors;
  if (!error) return [];
  const at = spanAt(source, { pos: error.at, end: error.at });
  return [{ at, message: `not valid PowerShell: ${error.message}` }];
}
