//! Values that HashiCorp's tools take from the command line: `-var`, `-var-file`, `-backend-config`.

import { isKnown, type Word, wordPrefix } from '../domain/call.ts';
import { valueAfter } from '../domain/command-line-draft.ts';
import type { Value } from '../domain/value.ts';

export interface GivenValues {
  readonly inputs: ReadonlyMap<string, Value<string>>;
  readonly files: readonly Value<string>[];
  /** How many of the files stand before an input: of a variable that is given twice the last counts. */
  readonly filesBefore: ReadonlyMap<string, number>;
}

/** Backend settings are told from variables by this in front. */
const BACKEND = 'backend.';

/** Reads words, not values: of `-var "name=$x"` the name is known. */
export function givenValues(words: readonly Word[]): GivenValues {
  const inputs = new Map<string, Value<string>>();
  const files: Value<string>[] = [];
  const filesBefore = new Map<string, number>();
  for (const [index, word] of words.entries()) {
    const found = argumentAt(words, index, wordPrefix(word));
    if (!found) continue;
    const { option, argument, from } = found;
    const equals = wordPrefix(argument).indexOf('=', from);
    const isFile = option === 'var-file' || (option === 'backend-config' && equals < 0);
    if (isFile) {
      files.push(valueAfter(argument, from));
    } else if (equals > from) {
      const name = wordPrefix(argument).slice(from, equals).trim();
      const prefix = option === 'backend-config' ? BACKEND : '';
      inputs.set(`${prefix}${name}`, valueAfter(argument, equals + 1));
      filesBefore.set(`${prefix}${name}`, files.length);
    }
  }
  return { inputs, files, filesBefore };
}

interface Argument {
  readonly option: string;
  readonly argument: Word;
  /** Where the argument starts in its word. */
  readonly from: number;
}

const OPTION = /^--?(var-file|var|backend-config)(=|$)/;

function argumentAt(words: readonly Word[], index: number, prefix: string): Argument | undefined {
  const word = words[index];
  const match = OPTION.exec(prefix);
  const option = match?.[1];
  if (!word || !match || option === undefined) return undefined;
  if (match[2] === '=') return { option, argument: word, from: match[0].length };
  const next = isKnown(word) ? words[index + 1] : undefined;
  return next && { option, argument: next, from: 0 };
}
