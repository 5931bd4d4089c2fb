//! The program that a command line starts, however its path is written.

import { type CommandCall, wordText } from './call.ts';

/** Lower case, without folder and Windows ending: `C:\tools\az.cmd` is `az`; `''` when it is not known. */
export function programName(call: CommandCall): string {
  const [first] = call.words;
  return programOfPath((first && wordText(first)) ?? '');
}

export function programOfPath(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.toLowerCase().replace(/\.(?:exe|cmd|bat|ps1)$/, '');
}
