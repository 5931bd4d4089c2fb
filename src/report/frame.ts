//! The lines of a source file that a finding is about, with carets below the place.

import type { Report } from '../domain/report.ts';
import { lineText, type SourceFile } from '../domain/source-file.ts';
import type { Place } from '../domain/span.ts';
import { visible } from './visible.ts';

const LINES_MAX = 3;
const LINE_CHARACTERS_MAX = 160;
const CHARACTERS_BEFORE_MAX = 60;
const TAB = '    ';
const MASK = '***';

/** A reference holds no secret: `"$PASSWORD"`, `${{ secrets.PASSWORD }}`, `$(password)`. */
const REFERENCE = /^"?(?:\$[A-Z_][A-Z0-9_]*|\$\{\w+\}|\$\{\{[^}]*\}\}|\$\([\w.-]+\))"?$/;

const ZERO_WIDTH = /^[\p{M}\p{Cf}]$/u;
const DOUBLE_WIDTH =
  /^(?:\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\uff01-\uff60\u3000-\u303e])$/u;

/** Code units of a line, 0-based, the end exclusive. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** `[]` when the report does not hold the file. Never shows a secret. */
export function frameOf(report: Report, place: Place): readonly string[] {
  const source = report.sources.get(place.path);
  if (!source) return [];
  const last = place.endColumn === 1 ? Math.max(place.line, place.endLine - 1) : place.endLine;
  const shown = Math.min(last, place.line + LINES_MAX - 1);
  const gutter = String(shown).length;
  const lines: string[] = [];
  for (let line = place.line; line <= shown; line += 1) {
    const text = lineText(source, line);
    const marked = markedOf(place, line, text);
    const { code, carets } = drawn(text, marked, secretsIn(report, source, line));
    lines.push(`${String(line).padStart(gutter)} | ${code}`.trimEnd());
    if (carets) lines.push(`${' '.repeat(gutter)} | ${carets}`);
  }
  if (last > shown) lines.push(`${' '.repeat(gutter)} | … to line ${last}`);
  return lines;
}

/** Of the lines after the first, indentation is not marked. */
function markedOf(place: Place, line: number, text: string): Range {
  const start = line === place.line ? place.column - 1 : text.length - text.trimStart().length;
  const end = line === place.endLine ? place.endColumn - 1 : text.length;
  return { start, end: Math.min(Math.max(end, start), text.length) };
}

function secretsIn(report: Report, source: SourceFile, line: number): readonly Range[] {
  const base = source.lineStarts[line - 1] ?? source.text.length;
  return (report.secrets ?? [])
    .filter(it => it.path === source.path)
    .filter(it => !REFERENCE.test(source.text.slice(it.start, it.end)))
    .map(it => ({ start: it.start - base, end: it.end - base }));
}

function drawn(
  text: string,
  marked: Range,
  secrets: readonly Range[],
): { readonly code: string; readonly carets: string } {
  const window = windowOf(text, marked.start);
  let code = window.start > 0 ? '…' : '';
  let carets = window.start > 0 ? ' ' : '';
  let offset = window.start;
  for (const character of text.slice(window.start, window.end)) {
    const shown = shownAs(character, offset, window.start, secrets);
    code += shown;
    if (offset < marked.end) {
      carets += (offset >= marked.start ? '^' : ' ').repeat(widthOf(shown));
    }
    offset += character.length;
  }
  if (window.end < text.length) code += '…';
  const isEmpty = marked.start === marked.end;
  return { code, carets: isEmpty ? `${widened(carets, code, marked, window)}^` : carets.trimEnd() };
}

/** A place without length that stands after the last character still has its caret below it. */
const widened = (carets: string, code: string, marked: Range, window: Range): string =>
  marked.start >= window.end ? ' '.repeat(widthOf(code)) : carets;

function shownAs(
  character: string,
  offset: number,
  first: number,
  secrets: readonly Range[],
): string {
  const secret = secrets.find(it => offset >= it.start && offset < it.end);
  if (secret) return offset === Math.max(secret.start, first) ? MASK : '';
  return character === '\t' ? TAB : visible(character);
}

/** A minified line is cut to the part around the place. */
function windowOf(text: string, start: number): Range {
  if (text.length <= LINE_CHARACTERS_MAX) return { start: 0, end: text.length };
  const from = Math.max(0, Math.min(start - CHARACTERS_BEFORE_MAX, text.length));
  return {
    start: wholeAt(text, from),
    end: wholeAt(text, Math.min(text.length, from + LINE_CHARACTERS_MAX)),
  };
}

/** Moves an offset out of the middle of a surrogate pair. */
const wholeAt = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(offset)) && /[\ud800-\udbff]/.test(text.charAt(offset - 1))
    ? offset - 1
    : offset;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (DOUBLE_WIDTH.test(character)) width += 2;
    else if (!ZERO_WIDTH.test(character)) width += 1;
  }
  return width;
}
