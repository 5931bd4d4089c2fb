//! A text of arguments that a tool cuts into words by itself: what a variable or an input holds of a command line.

import type { Word, WordPart } from './call.ts';
import { HOLE, type Unknown, type Value } from './value.ts';

/** Cut at white space outside of quotes, which are taken away; nothing of a text of which nothing is known. */
export function wordsOfValue(value: Value<string>): readonly Word[] {
  if (value.kind === 'absent') return [];
  const text = value.kind === 'known' ? value.value : (value.pattern ?? '');
  const why: Unknown =
    value.kind === 'unknown' ? value.why : { kind: 'not-evaluated', text: 'a part of a text' };
  const words = text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map(it => ({
    parts: partsOf(it.replace(/["']/g, ''), why),
    splits: false,
    at: value.at,
  }));
}

const partsOf = (text: string, why: Unknown): readonly WordPart[] =>
  text
    .split(HOLE)
    .flatMap((piece, index): readonly WordPart[] => [
      ...(index === 0 ? [] : [{ kind: 'unknown' as const, why }]),
      ...(piece === '' ? [] : [{ kind: 'text' as const, text: piece }]),
    ]);
