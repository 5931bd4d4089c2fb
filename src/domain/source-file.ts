//! A file of the scanned repository as text, with its lines.

import type { Place, Span } from './span.ts';

export interface SourceFile {
  /** Relative to the scanned root, with `/`. */
  readonly path: string;
  /** Decoded, without its byte order mark. */
  readonly text: string;
  /** Offset of each line's first code unit; the first is 0. */
  readonly lineStarts: readonly number[];
}

/** Most files are of no interest after a look at their text: lines are counted for the first who asks. */
export function sourceFile(path: string, text: string): SourceFile {
  let starts: readonly number[] | undefined;
  return {
    path,
    text,
    get lineStarts() {
      starts ??= lineStartsOf(text);
      return starts;
    },
  };
}

/** Offsets outside the text are moved to its nearest end: a coarse place is worth more than a crash. */
export function placeOf(file: SourceFile, span: Span): Place {
  const start = positionAt(file, span.start);
  const end = positionAt(file, Math.max(span.end, span.start));
  return {
    path: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

/** The text of a 1-based line, without its line end. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1] ?? file.text.length;
  const end = file.lineStarts[line] ?? file.text.length;
  return file.text.slice(start, end).replace(/[\r\n]+$/, '');
}

function positionAt(file: SourceFile, offset: number): { line: number; column: number } {
  const target = Math.min(Math.max(offset, 0), file.text.length);
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((file.lineStarts[middle] ?? 0) <= target) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: target - (file.lineStarts[low] ?? 0) + 1 };
}

/** Lines end with `\r\n`, `\n` or a lone `\r`. */
function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  return starts;
}
