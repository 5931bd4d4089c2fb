//! Block scalars, `|` and `>`, to their text with the place of each character.
//! Source: https://yaml.org/spec/1.2.2/#81-block-scalar-styles

import { type DecodedText, type TextBuilder, textBuilder } from './decoded-text.ts';

export interface BlockScalarSource {
  /** `|`, `>-`, `|2+` … */
  readonly header: string;
  /** Offset of the first line below the header. */
  readonly start: number;
  readonly end: number;
  /** Columns that the parent is indented by; an indentation indicator counts from there. */
  readonly parentIndent: number;
}

interface Line {
  readonly start: number;
  /** After the indentation that the scalar takes off. */
  readonly from: number;
  /** Before the line end. */
  readonly to: number;
  /** Offset of the `\n`; `undefined` at the end of the file. */
  readonly lineEnd: number | undefined;
}

export function decodedBlock(source: string, block: BlockScalarSource): DecodedText {
  const lines = strippedLines(linesOf(source, block.start, block.end), source, block);
  const builder = textBuilder(source);
  const tail = tailStart(lines, source);
  const body = lines.slice(0, tail);
  if (body.length > 0) {
    if (block.header.startsWith('>')) foldLines(body, source, builder);
    else keepLines(body, builder);
  }
  chomp(lines, tail, block.header, builder);
  return builder.done();
}

function linesOf(source: string, start: number, end: number): Line[] {
  const lines: Line[] = [];
  let from = start;
  while (from < end) {
    const found = source.indexOf('\n', from);
    const lineEnd = found < 0 || found >= end ? undefined : found;
    const stop = lineEnd ?? end;
    const to = stop > from && source[stop - 1] === '\r' ? stop - 1 : stop;
    lines.push({ start: from, from: from + spacesAt(source, from, to), to, lineEnd });
    from = stop + 1;
  }
  return lines;
}

function spacesAt(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && source[at] === ' ') at += 1;
  return at - from;
}

/** The first line that has text sets the indentation, unless the header does. */
function strippedLines(lines: readonly Line[], source: string, block: BlockScalarSource): Line[] {
  const indicator = /[1-9]/.exec(block.header)?.[0];
  const first = lines.find(line => line.from < line.to);
  const widest = Math.max(0, ...lines.slice(0, 1000).map(line => line.from - line.start));
  const indent =
    indicator === undefined
      ? first
        ? first.from - first.start
        : widest
      : block.parentIndent + Number(indicator);
  return lines.map(line => ({
    ...line,
    from: line.start + Math.min(indent, spacesAt(source, line.start, line.to)),
  }));
}

/** Index of the first of the empty lines at the end, which chomping is about. */
function tailStart(lines: readonly Line[], source: string): number {
  const last = lines.findLastIndex(line => line.from < line.to);
  const hasText = lines.some(line => spacesAt(source, line.from, line.to) < line.to - line.from);
  return hasText ? last + 1 : 0;
}

function keepLines(lines: readonly Line[], builder: TextBuilder): void {
  for (const [index, line] of lines.entries()) {
    if (index > 0) copyLineEnd(lines[index - 1], builder);
    builder.copy(line.from, line.to);
  }
}

/** One line end between two lines of text is a space; around indented lines and for empty ones it stays. */
function foldLines(lines: readonly Line[], source: string, builder: TextBuilder): void {
  let previous: Line | undefined;
  let empty: Line[] = [];
  for (const line of lines) {
    if (line.from >= line.to) {
      empty.push(line);
      continue;
    }
    if (previous) {
      const isKept = isIndented(previous, source) || isIndented(line, source);
      if (isKept) copyLineEnd(previous, builder);
      else if (empty.length === 0) builder.insert(' ');
    }
    for (const it of empty) copyLineEnd(it, builder);
    builder.copy(line.from, line.to);
    previous = line;
    empty = [];
  }
}

const isIndented = (line: Line, source: string): boolean =>
  source[line.from] === ' ' || source[line.from] === '\t';

function chomp(lines: readonly Line[], tail: number, header: string, builder: TextBuilder): void {
  if (header.includes('-')) return;
  if (tail > 0) copyLineEnd(lines[tail - 1], builder);
  if (!header.includes('+')) return;
  for (const line of lines.slice(tail)) {
    builder.copy(line.from, line.to);
    if (line.lineEnd !== undefined) copyLineEnd(line, builder);
  }
}

/** The last line of a file may lack the line end that its text has. */
function copyLineEnd(line: Line | undefined, builder: TextBuilder): void {
  if (line?.lineEnd === undefined) builder.insert('\n');
  else builder.copy(line.lineEnd, line.lineEnd + 1);
}
