//! What stands between quotes, decoded, with the place of each character and the holes in it.

import type { Segment } from '../../domain/region.ts';
import { holeEnd } from './string-end.ts';
import type { Quoted } from './token.ts';

export interface Decoded {
  readonly text: string;
  readonly segments: readonly Segment[];
  readonly holes: readonly DecodedHole[];
}

export interface DecodedHole {
  /** Offsets in the decoded text, delimiters included. */
  readonly start: number;
  readonly end: number;
  /** Offsets of the expression in the file. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

interface Draft {
  readonly source: string;
  readonly pieces: string[];
  readonly segments: Segment[];
  readonly holes: DecodedHole[];
  length: number;
}

export function decodeString(source: string, { start, end, style }: Quoted): Decoded {
  const draft: Draft = { source, pieces: [], segments: [], holes: [], length: 0 };
  let from = start;
  let at = start;
  const isTemplate = style !== 'single';
  while (at < end) {
    const escaped = escapeAt(source, at, end, style);
    const hole = !escaped && isTemplate && source[at] === '$' ? holeAt(source, at, end) : undefined;
    if (!escaped && !hole) {
      at += 1;
      continue;
    }
    copy(draft, from, at);
    if (escaped) {
      insert(draft, escaped.text);
      at += escaped.length;
    } else if (hole) {
      const holeStart = draft.length;
      copy(draft, at, hole.end);
      draft.holes.push({ ...hole, start: holeStart, end: draft.length });
      at = hole.end;
    }
    from = at;
  }
  copy(draft, from, end);
  return { text: draft.pieces.join(''), segments: draft.segments, holes: draft.holes };
}

function copy(draft: Draft, start: number, end: number): void {
  if (end <= start) return;
  draft.pieces.push(draft.source.slice(start, end));
  draft.segments.push({ guest: draft.length, host: start, length: end - start });
  draft.length += end - start;
}

function insert(draft: Draft, text: string): void {
  draft.pieces.push(text);
  draft.length += text.length;
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['s', ' '],
  ['\\', '\\'],
  ["'", "'"],
  ['"', '"'],
  ['$', '$'],
]);

interface Escape {
  readonly text: string;
  readonly length: number;
}

function escapeAt(
  source: string,
  at: number,
  end: number,
  style: Quoted['style'],
): Escape | undefined {
  if (style === 'dollar-slashy') {
    const next = source[at + 1];
    return source[at] === '$' && (next === '$' || next === '/')
      ? { text: next, length: 2 }
      : undefined;
  }
  if (source[at] !== '\\' || at + 1 >= end) return undefined;
  const next = source[at + 1] ?? '';
  if (style === 'slashy') return next === '/' ? { text: '/', length: 2 } : undefined;
  if (next === '\n') return { text: '', length: 2 };
  if (next === '\r') return { text: '', length: source[at + 2] === '\n' ? 3 : 2 };
  const code = /^u+([0-9a-fA-F]{4})/.exec(source.slice(at + 1, at + 12));
  if (code) {
    const text = String.fromCharCode(Number.parseInt(code[1] ?? '0', 16));
    return { text, length: 1 + code[0].length };
  }
  const known = ESCAPES.get(next);
  // Groovy refuses any other escape; what was meant is most likely what is written.
  return known === undefined ? undefined : { text: known, length: 2 };
}

const NAMES = /\$([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/y;

function holeAt(
  source: string,
  at: number,
  end: number,
): { readonly bodyStart: number; readonly bodyEnd: number; readonly end: number } | undefined {
  if (source[at + 1] === '{') {
    const close = holeEnd(source, at + 2, end);
    return close === undefined ? undefined : { bodyStart: at + 2, bodyEnd: close - 1, end: close };
  }
  NAMES.lastIndex = at;
  const found = NAMES.exec(source);
  if (!found || at + found[0].length > end) return undefined;
  return { bodyStart: at + 1, bodyEnd: at + found[0].length, end: at + found[0].length };
}
