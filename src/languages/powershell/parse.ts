//! A PowerShell text to its statements. Whatever it holds, it is read to its end.
//! Source: https://learn.microsoft.com/powershell/scripting/lang-spec/chapter-15

import { readStatements } from './parse-statement.ts';
import { newReader } from './reader.ts';
import type { PsError, Statement } from './tree.ts';

export interface ParsedPowerShell {
  readonly statements: readonly Statement[];
  readonly errors: readonly PsError[];
}

export function parsePowerShell(text: string): ParsedPowerShell {
  const reader = newReader(text);
  const statements = readStatements(reader, '');
  return { statements, errors: reader.errors };
}
