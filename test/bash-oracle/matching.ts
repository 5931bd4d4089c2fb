//! Whether a command line that was really run is one of those that were said to be possible.

import type { Call, Word } from '../../src/domain/call.ts';

/** Words apart by NUL, each with one before it: no argument can hold it. */
export const lineOf = (argv: readonly string[]): string => argv.map(it => `\0${it}`).join('');

export function patternOf(call: Call): RegExp | undefined {
  return call.kind === 'command'
    ? new RegExp(`^${call.words.map(wordPattern).join('')}$`, 's')
    : undefined;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** An unknown is any text of its word; one that splits is any number of words. */
function wordPattern({ parts, splits }: Word): string {
  if (splits && parts.every(part => part.kind === 'unknown')) return '(?:\0[^\0]*)*';
  const any = splits ? '.*' : '[^\0]*';
  return `\0${parts.map(part => (part.kind === 'text' ? escaped(part.text) : any)).join('')}`;
}

export const isPossible = (argv: readonly string[], patterns: readonly RegExp[]): boolean => {
  const line = lineOf(argv);
  return patterns.some(pattern => pattern.test(line));
};
