//! PowerShell scripts: text to the steps it runs, with their places in the file the script stands in.
//! Source: https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-01

import { EVERYTHING, type Interest } from '../../domain/interest.ts';
import type { Problem } from '../../domain/span.ts';
import type { Language, Program } from '../../domain/surface.ts';
import { boundedProgram } from '../script-text/bounded.ts';
import { type Source, spanAt } from '../script-text/source.ts';
import type { Context } from './context.ts';
import { functionNames } from './function-names.ts';
import { type ParsedPowerShell, parsePowerShell } from './parse.ts';
import { bodyOf } from './statements.ts';

/** In UTF-16 code units: scripts of PowerShell are longer than others. */
const SCRIPT_LENGTH_MAX = 512 * 1024;

export const powershell: Language = {
  id: 'powershell',
  names: ['powershell', 'pwsh', 'ps1', 'powershell.exe', 'pwsh.exe'],
  programOf: (region, interest = EVERYTHING) =>
    boundedProgram(region, source => programFrom(source, interest), SCRIPT_LENGTH_MAX),
};

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
