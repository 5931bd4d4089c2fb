//! The characters that escapes in strings stand for; languages differ in little, and that little is read in all of them.

import type { Piece } from '../script-text/strings.ts';
import type { Stretch, StringManner } from './token.ts';

const BACKSLASH =
  /\\(?:x[\da-f]{2}|u\{[\da-f]{1,6}\}|u+[\da-f]{4}|U[\da-f]{8}|[0-7]{1,3}|\r\n|[\s\S])/gi;

const PATTERNS: Readonly<Record<StringManner['escapes'], RegExp | undefined>> = {
  backslash: BACKSLASH,
  'doubled-quote': /""/g,
  none: undefined,
};

const BRACES = /\{\{|\}\}/g;

/** text[start, end) of a string, its escapes undone. */
export function decodedPieces(
  text: string,
  stretch: Stretch,
  manner: StringManner,
): readonly Piece[] {
  const pattern = PATTERNS[manner.escapes];
  const plain = { kind: 'verbatim' as const, ...stretch };
  const decoded = pattern ? replaced(text, plain, pattern, escaped) : [plain];
  if (!manner.doublesBraces) return decoded;
  return decoded.flatMap(piece =>
    piece.kind === 'verbatim' ? replaced(text, piece, BRACES, it => it.charAt(0)) : [piece],
  );
}

function replaced(
  text: string,
  { start, end }: Stretch,
  pattern: RegExp,
  textOf: (match: string) => string,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const at = start + match.index;
    pieces.push({ kind: 'verbatim', start: from, end: at });
    pieces.push({ kind: 'decoded', text: textOf(match[0]) });
    from = at + match[0].length;
  }
  return [...pieces, { kind: 'verbatim', start: from, end }];
}

const CONTROL: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\n', ''],
  ['\r', ''],
  ['\r\n', ''],
]);

/** What none of the languages knows stays as it is, as in Python. */
function escaped(match: string): string {
  const body = match.slice(1);
  if (body === '"') return body;
  const control = CONTROL.get(body);
  if (control !== undefined) return control;
  const code = codeOf(body);
  if (code === undefined) return /^[\w\s]/.test(body) ? match : body;
  return code <= 0x10ffff ? String.fromCodePoint(code) : match;
}

function codeOf(body: string): number | undefined {
  if (/^[0-7]+$/.test(body)) return Number.parseInt(body, 8);
  const digits = /^(?:x|u+\{?|U)([\da-f]+)\}?$/i.exec(body)?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}
