//! The lines of a text that another does not have.

import { diffArrays } from 'diff';

/** Two texts that differ in more than so many lines are two different texts. */
const EDITS_MAX = 5_000;

/** 1-based lines of `now`; `'all'` when the two have little in common. Where lines are gone, their neighbours count. */
export function touchedLines(before: string, now: string): ReadonlySet<number> | 'all' {
  const changes = diffArrays(linesOf(before), linesOf(now), { maxEditLength: EDITS_MAX });
  if (!changes) return 'all';
  const touched = new Set<number>();
  let line = 1;
  for (const { added, removed, value } of changes) {
    if (removed) {
      touched.add(Math.max(1, line - 1)).add(line);
      continue;
    }
    if (added) for (const [index] of value.entries()) touched.add(line + index);
    line += value.length;
  }
  return touched;
}

const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r/);
