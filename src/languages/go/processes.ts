//! The programs that Go starts: `exec.Command`, and the packages that make a script of it.

import { assigned } from '../../domain/assigned.ts';
import type { Expression } from '../../domain/expression.ts';
import type { Step } from '../../domain/step.ts';
import { programWithArguments, shellLine } from '../source-code/commands.ts';
import type { LibraryName } from '../source-code/dialect.ts';
import { type Lowering, placeIn } from '../source-code/lowering.ts';
import type { CodeArgument, CodeCall } from '../source-code/tree.ts';
import { codeValue, plainText } from '../source-code/values.ts';

/** How many arguments stand in front of the program. */
const COMMANDS: ReadonlyMap<string, number> = new Map([
  ['os/exec Command', 0],
  ['os/exec CommandContext', 1],
  ['golang.org/x/sys/execabs Command', 0],
  ['golang.org/x/sys/execabs CommandContext', 1],
  ['github.com/magefile/mage/sh Run', 0],
  ['github.com/magefile/mage/sh RunV', 0],
  ['github.com/magefile/mage/sh RunWith', 1],
  ['github.com/magefile/mage/sh RunWithV', 1],
  ['github.com/magefile/mage/sh Output', 0],
  ['github.com/magefile/mage/sh OutputWith', 1],
]);

export function stepsOf(
  call: CodeCall,
  library: LibraryName | undefined,
  lowering: Lowering,
): readonly Step[] | undefined {
  if (!library) return undefined;
  const name = `${library.library} ${library.name}`;
  const [first, second] = call.args;
  if (name === 'os Setenv') return first && second && setVariable(first, second, call, lowering);
  if (name === 'github.com/bitfield/script Exec')
    return first && shellLine(first.value, call, lowering);
  const before = COMMANDS.get(name);
  if (before === undefined) return undefined;
  const words = call.args.slice(before).map(({ value, isSpread }): Expression => {
    const word = codeValue(value, lowering);
    return isSpread ? { kind: 'elements', of: word, at: word.at } : word;
  });
  return programWithArguments(words, call, lowering);
}

function setVariable(
  name: CodeArgument,
  value: CodeArgument,
  call: CodeCall,
  lowering: Lowering,
): readonly Step[] | undefined {
  const text = plainText(name.value, lowering);
  if (text === undefined) return undefined;
  return [assigned(text, codeValue(value.value, lowering), placeIn(lowering, call))];
}
