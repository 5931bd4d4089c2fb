//! Text of unknown origin in GitHub's Markdown: only inside code spans.
//! GitHub links mentions, issue numbers, commits and addresses after Markdown, so that a backslash does not stop it; code spans do.

import { visible } from './visible.ts';

/** In a table cell a pipe ends the cell even inside a code span, unless a backslash stands before it. */
export function codeSpan(text: string): string {
  const shown = visible(text);
  if (shown.trim() === '') return shown === '' ? '' : '` `';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const pad = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${pad}${shown}${pad}${fence}`.replaceAll('|', '\\|');
}

/**
 * A sentence of ours with names of theirs in backticks: the names become code spans, the words stay words.
 * When anything but plain words stands outside the backticks, the whole becomes one code span.
 */
export function sentence(text: string): string {
  const parts = text.split('`');
  const words = parts.filter((_, index) => index % 2 === 0);
  if (parts.length % 2 === 0 || !words.every(isPlain)) return codeSpan(text);
  return parts.map((part, index) => (index % 2 === 0 ? part : codeSpan(part))).join('');
}

/** Words that neither Markdown nor GitHub does anything with. */
const isPlain = (text: string): boolean =>
  /^[A-Za-z0-9 .,;:'’()?-]*$/.test(text) &&
  !/\.[A-Za-z]|:[A-Za-z0-9]|[A-Za-z]-\d|\b[0-9a-f]{7,}\b/i.test(text);

const longestRun = (text: string): number =>
  Math.max(0, ...(text.match(/`+/g) ?? []).map(run => run.length));

/** Row by row; cells are Markdown already. */
export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(row => `| ${row.join(' | ')} |\n`).join('');
