//! The words of an `az` command: its name, and its options without a table of them.

import { type CommandCall, isKnown, type Word, wordPrefix, wordText } from '../../domain/call.ts';
import { valueAfter } from '../../domain/command-line-draft.ts';
import { ABSENT, type Value } from '../../domain/value.ts';

export interface AzCommand {
  readonly call: CommandCall;
  /** The words before the first option, lower case: `deployment group create`. */
  readonly name: string;
  /** True when a word that may belong to the name is not known. */
  readonly isPartial: boolean;
  /** By spelling: `--name`. The Azure CLI has thousands of options; here none is refused. */
  readonly options: ReadonlyMap<string, readonly Argument[]>;
}

/** A value of an option: a word, or what follows `=` in one. */
export interface Argument {
  readonly word: Word;
  readonly from: number;
}

/** `resource-group`, not `core.output=table`: what else stands there may be anything, a secret too. */
const NAME = /^[a-z][a-z0-9-]*$/i;

/** No command has a longer name. */
const NAME_WORDS_MAX = 6;

export function azCommand(call: CommandCall): AzCommand {
  const words = call.words.slice(1);
  const first = words.findIndex(word => !NAME.test(wordText(word) ?? ''));
  const end = Math.min(first < 0 ? words.length : first, NAME_WORDS_MAX);
  const next = words[end];
  return {
    call,
    name: words
      .slice(0, end)
      .map(word => (wordText(word) ?? '').toLowerCase())
      .join(' '),
    isPartial: next !== undefined && !isKnown(next) && !wordPrefix(next).startsWith('-'),
    options: optionsOf(words.slice(end)),
  };
}

function optionsOf(words: readonly Word[]): ReadonlyMap<string, readonly Argument[]> {
  const options = new Map<string, Argument[]>();
  let current: Argument[] = [];
  for (const word of words) {
    const match = /^(--?[A-Za-z][\w-]*)(=?)/.exec(wordPrefix(word));
    const [typed, spelling, equals] = match ?? [];
    if (typed !== undefined && spelling !== undefined) {
      current = equals === '=' ? [{ word, from: typed.length }] : [];
      options.set(spelling, [...(options.get(spelling) ?? []), ...current]);
      current = options.get(spelling) ?? current;
    } else {
      current.push({ word, from: 0 });
    }
  }
  return options;
}

export const hasOption = (command: AzCommand, ...spellings: readonly string[]): boolean =>
  spellings.some(it => command.options.has(it));

/** Every value of an option, whichever way it is spelled. */
export const argumentsOf = (
  command: AzCommand,
  ...spellings: readonly string[]
): readonly Argument[] => spellings.flatMap(it => command.options.get(it) ?? []);

export const argumentValue = ({ word, from }: Argument): Value<string> => valueAfter(word, from);

/** The last one given. */
export function optionValue(command: AzCommand, ...spellings: readonly string[]): Value<string> {
  const argument = argumentsOf(command, ...spellings).at(-1);
  return argument ? argumentValue(argument) : ABSENT;
}

/** What the last one given surely begins with; `''` when it is not given. */
export function optionPrefix(command: AzCommand, ...spellings: readonly string[]): string {
  const argument = argumentsOf(command, ...spellings).at(-1);
  return argument ? wordPrefix(argument.word).slice(argument.from) : '';
}
