//! The arguments of a script that are given as one line, as words and as the script's positional parameters.

import { assigned } from './assigned.ts';
import type { Expression } from './expression.ts';
import { text } from './literal.ts';
import { type Region, subRegion } from './region.ts';
import type { AssignStep } from './step.ts';

/** Cut at white space that the line itself spells, quotes kept together: a value put into it is one word. */
export function argumentWords(line: Expression): readonly Expression[] {
  if (line.kind === 'text') return wordsOf(line.region).map(text);
  return [{ kind: 'split', of: line, at: line.at }];
}

/** `$1`, `$2` … of the script that comes next. */
export const positionalParameters = (list: Expression): AssignStep => assigned('@', list, list.at);

function wordsOf(region: Region): readonly Region[] {
  const words: Region[] = [];
  const holes = new Map(region.holes.map(it => [it.start, it.end]));
  const { length } = region.text;
  let position = 0;
  while (position < length) {
    if (isSpace(region.text, position)) {
      position += 1;
      continue;
    }
    const start = position;
    position = wordEnd(region.text, holes, start);
    words.push(unquoted(region, start, position));
  }
  return words;
}

function wordEnd(text: string, holes: ReadonlyMap<number, number>, start: number): number {
  let quote = '';
  let position = start;
  while (position < text.length) {
    const end = holes.get(position);
    if (end !== undefined && end > position) {
      position = end;
      continue;
    }
    const letter = text.charAt(position);
    if (quote === '' && isSpace(text, position)) break;
    if (quote === letter) quote = '';
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
    position += 1;
  }
  return position;
}

/** Without quotes around all of it; those inside a word are rare, and stay. */
function unquoted(region: Region, start: number, end: number): Region {
  const first = region.text.charAt(start);
  const isQuoted =
    (first === '"' || first === "'") && end - start > 1 && region.text.charAt(end - 1) === first;
  return isQuoted ? subRegion(region, start + 1, end - 1) : subRegion(region, start, end);
}

const isSpace = (text: string, position: number): boolean => /\s/.test(text.charAt(position));
