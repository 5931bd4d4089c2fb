//! `inline = [...]`: lines that are put together into one script.

import type { Expression } from '../domain/expression.ts';
import type { Region } from '../domain/region.ts';

/** One, or each line for itself where some of them are known only when it runs. */
export function scriptsOfLines(inline: Expression | undefined): readonly Expression[] {
  if (!inline) return [];
  if (inline.kind !== 'list') return [inline];
  const lines = inline.items.flatMap(it => (it.kind === 'text' ? [it.region] : []));
  const [first] = lines;
  if (!first || lines.length < inline.items.length) return inline.items;
  return [{ kind: 'text', region: together(first, lines), at: inline.at }];
}

function together(first: Region, lines: readonly Region[]): Region {
  const segments = [];
  const holes = [];
  let guest = 0;
  for (const line of lines) {
    for (const it of line.segments) segments.push({ ...it, guest: it.guest + guest });
    for (const it of line.holes)
      holes.push({ ...it, start: it.start + guest, end: it.end + guest });
    guest += line.text.length + 1;
  }
  const end = lines.at(-1)?.at.end ?? first.at.end;
  return {
    at: { ...first.at, end },
    text: lines.map(it => it.text).join('\n'),
    segments,
    holes,
  };
}
