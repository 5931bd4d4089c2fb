//! The words inside an operand: `--flag "$x"` of `${x:+--flag "$x"}`.

import type { Word, WordPart } from 'unbash';
import type { Expression } from '../../domain/expression.ts';
import type { Context } from './context.ts';
import { fragmentsOf } from './fragments.ts';
import { assembled, partsOf } from './words.ts';

/** Only white space that is written there and unquoted divides; expansions may divide further. */
export function fieldsOf(operand: Word, context: Context): readonly Expression[] {
  const groups = dividedAtSpaces(partsOf(operand), context);
  return groups.flatMap(parts => {
    const first = parts[0];
    const last = parts.at(-1);
    if (!first || !last) return [];
    const fragments = fragmentsOf(parts, { quoting: 'bare', fields: 'any' }, context);
    return [assembled(fragments, { pos: first.pos, end: last.end }, context)];
  });
}

function dividedAtSpaces(parts: readonly WordPart[], context: Context): readonly WordPart[][] {
  const groups: WordPart[][] = [[]];
  for (const part of parts) {
    if (part.type !== 'Literal') {
      groups.at(-1)?.push(part);
      continue;
    }
    const text = context.source.text.slice(part.pos, part.end);
    let from = 0;
    for (const space of text.matchAll(/(?<!\\)[ \t\n]+/g)) {
      if (space.index > from) groups.at(-1)?.push(cut(part, from, space.index));
      groups.push([]);
      from = space.index + space[0].length;
    }
    if (from < text.length) groups.at(-1)?.push(cut(part, from, text.length));
  }
  return groups;
}

const cut = (part: WordPart & { type: 'Literal' }, from: number, to: number): WordPart => ({
  ...part,
  pos: part.pos + from,
  end: part.pos + to,
});
