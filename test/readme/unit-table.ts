//! The table of units in the README of a layer: each with the first sentence of its own README.

const START = '<!-- units -->\n';
const END = '<!-- /units -->\n';

export interface DescribedUnit {
  /** The folder's name. */
  readonly id: string;
  readonly readme: string;
}

/** The README with its table written anew; unchanged when it has no place for one. */
export function withUnitTable(readme: string, units: readonly DescribedUnit[]): string {
  const start = readme.indexOf(START);
  const end = readme.indexOf(END);
  if (start < 0 || end < start) return readme;
  const rows = units
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, readme: text }) => `| [${id}](${id}/README.md) | ${firstSentence(text)} |\n`);
  const table = rows.length > 0 ? `\n| folder | |\n| --- | --- |\n${rows.join('')}\n` : '';
  return readme.slice(0, start + START.length) + table + readme.slice(end);
}

function firstSentence(readme: string): string {
  const paragraph =
    readme.split(/\n{2,}/).find(it => it.trim() !== '' && !it.trimStart().startsWith('#')) ?? '';
  const text = paragraph.trim().replace(/\s+/g, ' ');
  return (/^.*?[.!?](?=\s[A-Z`]|$)/.exec(text)?.[0] ?? text).replaceAll('|', '\\|');
}
