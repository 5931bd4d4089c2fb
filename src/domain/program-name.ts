//! The program that a command line starts, however its path is written.

import { type CommandCall, type Word, wordText } from './call.ts';

/** Lower case, without folder and Windows ending: `C:\tools\az.cmd` is `az`; `''` when it is not known. */
export function programName(call: CommandCall): string {
  const [first] = call.words;
  return programOfPath((first && commandName(first)) ?? '');
}

/** Its text; of a path in a folder that is not known, as `$HOME/bin/az`, the end. */
export function commandName(word: Word): string | undefined {
  const last = word.parts.at(-1);
  const end = last?.kind === 'text' ? last.text.slice(last.text.lastIndexOf('/')) : '';
  return wordText(word) ?? (end.startsWith('/') ? end.slice(1) : undefined);
}

export function programOfPath(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name.toLowerCase().replace(/\.(?:exe|cmd|bat|ps1)$/, '');
}
