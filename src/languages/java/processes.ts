//! The programs that Java starts: `Runtime.exec`, `ProcessBuilder`.

import type { Step } from '../../domain/step.ts';
import { inProcess, programWithArguments, wordsOrLine } from '../source-code/commands.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { type Lowering, placeIn } from '../source-code/lowering.ts';
import type { CodeCall } from '../source-code/tree.ts';
import { codeValue } from '../source-code/values.ts';

/** Of the class whose object it is, whatever gave that: `Runtime.getRuntime()`. */
const STARTS: ReadonlySet<string> = new Set([
  'Runtime.exec',
  'ProcessBuilder',
  'ProcessBuilder.command',
]);

export function stepsOf(
  call: CodeCall,
  library: LibraryName | undefined,
  lowering: Lowering,
): readonly Step[] | undefined {
  const [first, second] = call.args;
  if (!library || !first || !STARTS.has(library.name)) return undefined;
  const at = placeIn(lowering, call);
  const isList = library.name === 'Runtime.exec' || !second;
  if (isList) return [inProcess(wordsOrLine(first.value, call, lowering), at)];
  const words = call.args.map(it => codeValue(it.value, lowering));
  return [inProcess(programWithArguments(words, call, lowering), at)];
}
