//! A text of arguments that a tool cuts into words by itself: what a variable or an input holds of a command line.

import type { Word, WordPart } from './call.ts';
import { HOLE, type Unknown, type Value } from './value.ts';

/** Cut at white space outside of quotes, which are taken away; a text of which nothing is known may be any words. */
export function wordsOfValue(value: Value<string>): readonly Word[] {
  const text = knownText(value);
  if (value.kind === 'absent') return [];
  if (text === HOLE) return [{ ...wordOf(text, value), splits: true }];
  const words = text.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map(it => wordOf(it.replace(/["']/g, ''), value));
}

/** Its lines that are not empty, each as one word with something in front: `-var-file=` and a path. */
export const wordsOfLines = (value: Value<string>, before: string): readonly Word[] =>
  value.kind === 'absent'
    ? []
    : knownText(value)
        .split(/[\r\n]+/)
        .flatMap(it => (it.trim() === '' ? [] : [wordOf(`${before}${it.trim()}`, value)]));

/** With a `HOLE` for each part that is not known. */
function knownText(value: Value<string>): string {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'unknown':
      return value.pattern ?? HOLE;
    case 'absent':
      return '';
  }
}

function wordOf(text: string, value: Value<string> & { kind: 'known' | 'unknown' }): Word {
  const why: Unknown =
    value.kind === 'unknown' ? value.why : { kind: 'not-evaluated', text: 'a part of a text' };
  const parts = text
    .split(HOLE)
    .flatMap((piece, index): readonly WordPart[] => [
      ...(index === 0 ? [] : [{ kind: 'unknown' as const, why }]),
      ...(piece === '' ? [] : [{ kind: 'text' as const, text: piece }]),
    ]);
  return { parts, splits: false, at: value.at };
}
