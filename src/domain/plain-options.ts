//! Command lines of programs that spell their options one way: no beginnings, no letters run together.

import { isKnown, type Word, wordPrefix, wordValue } from './call.ts';
import type { LeadingOptions, OptionRow } from './command-line.ts';
import { emptyDraft, finished, give, spanFrom, valueAfter } from './command-line-draft.ts';

/** What the table does not have is passed over: such tools get new options faster than a table does. */
export function readPlain(
  words: readonly Word[],
  rows: readonly OptionRow[],
  extent: 'all' | 'leading',
): LeadingOptions {
  const draft = emptyDraft();
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (!word) break;
    const prefix = wordPrefix(word);
    const isOption = prefix.length > 1 && prefix.startsWith('-');
    if (!isOption) {
      const isOpaque = prefix === '' && !isKnown(word) && word.splits;
      if (extent === 'leading') break;
      (isOpaque ? draft.opaque : draft.positionals).push(word);
      index += 1;
      continue;
    }
    const equals = prefix.indexOf('=');
    const name = equals < 0 ? prefix : prefix.slice(0, equals);
    const row = rows.find(it => it.spellings.some(spelling => isSame(spelling, name)));
    const next = words[index + 1];
    const isFollowed = equals < 0 && row?.takesValue === true && next !== undefined;
    if (row && equals >= 0) give(draft, row, [valueAfter(word, equals + 1)], word.at);
    else if (row && isFollowed) give(draft, row, [wordValue(next)], spanFrom(word, next));
    else if (row) give(draft, row, [], word.at);
    index += isFollowed ? 2 : 1;
  }
  return { line: finished(draft), rest: words.slice(index) };
}

/** The names of long options are taken in any case by tools of .NET, and by no tool are two of them told apart by it. */
const isSame = (spelling: string, typed: string): boolean =>
  spelling.length > 2 ? spelling.toLowerCase() === typed.toLowerCase() : spelling === typed;
