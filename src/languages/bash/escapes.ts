//! Backslashes taken away, by where they stand: unquoted, in double quotes, in a here-document, in `$'…'`.

import type { Region } from '../../domain/region.ts';
import { stretchesOf } from '../script-text/source.ts';
import type { Piece } from '../script-text/strings.ts';

/** Where a literal stands; `none`: a backslash is a backslash. */
export type Quoting = 'bare' | 'double' | 'heredoc' | 'none';

/** What a backslash takes its meaning from, by where it stands; before all else it stays. */
const ESCAPABLE: Readonly<Record<Quoting, RegExp | undefined>> = {
  bare: /[\s\S]/,
  double: /[$`"\\]/,
  heredoc: /[$`\\]/,
  none: undefined,
};

/** region.text[start, end) as the shell reads it, with the region's holes. */
export function literalPieces(
  region: Region,
  start: number,
  end: number,
  quoting: Quoting,
): readonly Piece[] {
  return stretchesOf(region, start, end).flatMap((stretch): readonly Piece[] =>
    stretch.hole
      ? [
          {
            kind: 'hole',
            start: stretch.start,
            end: stretch.end,
            expression: stretch.hole.expression,
          },
        ]
      : unescaped(region.text, stretch.start, stretch.end, quoting),
  );
}

function unescaped(text: string, start: number, end: number, quoting: Quoting): readonly Piece[] {
  const escapable = ESCAPABLE[quoting];
  const pieces: Piece[] = [];
  let from = start;
  for (let index = start; escapable; ) {
    const backslash = text.indexOf('\\', index);
    if (backslash < 0 || backslash + 1 >= end) break;
    const next = text[backslash + 1] ?? '';
    const isContinuation = next === '\n';
    if (isContinuation || escapable.test(next)) {
      pieces.push({ kind: 'verbatim', start: from, end: backslash });
      from = isContinuation ? backslash + 2 : backslash + 1;
    }
    index = backslash + 2;
  }
  pieces.push({ kind: 'verbatim', start: from, end });
  return pieces;
}

const CONTROL: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

const C_ESCAPE =
  /\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|(0?[0-7]{1,3})|c([\s\S])|([\s\S]))/g;

/** The escapes of C, as in `$'…'`, `echo -e` and the format of `printf`. */
export function cPieces(region: Region, start: number, end: number): readonly Piece[] {
  return stretchesOf(region, start, end).flatMap((stretch): readonly Piece[] => {
    const { hole } = stretch;
    if (hole)
      return [{ kind: 'hole', start: hole.start, end: hole.end, expression: hole.expression }];
    return decoded(region.text.slice(stretch.start, stretch.end), stretch.start);
  });
}

function decoded(text: string, start: number): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(C_ESCAPE)) {
    pieces.push({ kind: 'verbatim', start: start + from, end: start + match.index });
    pieces.push({ kind: 'decoded', text: characterOf(match) });
    from = match.index + match[0].length;
  }
  pieces.push({ kind: 'verbatim', start: start + from, end: start + text.length });
  return pieces;
}

function characterOf(match: RegExpMatchArray): string {
  const [whole, hex, short, long, octal, control, other = ''] = match;
  const code = hex ?? short ?? long;
  if (code !== undefined) return codePoint(Number.parseInt(code, 16));
  if (octal !== undefined) return codePoint(Number.parseInt(octal, 8) & 0xff);
  if (control !== undefined) return codePoint((control.codePointAt(0) ?? 0) & 0x1f);
  const named = CONTROL[other];
  if (named !== undefined) return named;
  return '\\\'"?'.includes(other) ? other : whole;
}

const codePoint = (code: number): string => (code <= 0x10ffff ? String.fromCodePoint(code) : '');
