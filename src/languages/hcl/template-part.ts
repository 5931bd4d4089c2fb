//! The pieces of a template while it is read, and how they become its text with places and holes.

import type { Segment } from '../../domain/region.ts';
import { isSpace } from './characters.ts';
import type { HclDirective, HclExpression, HclHole, HclTemplate, Stretch } from './tree.ts';

export type TemplatePart = TextPart | SequencePart;

export interface TextPart {
  readonly kind: 'text';
  readonly value: string;
  /** `guest` counts in `value`. */
  readonly segments: readonly Segment[];
  /** True for the first part of a heredoc's line. */
  readonly startsLine: boolean;
}

/** `${ … }` or `%{ … }`. */
export interface SequencePart extends Stretch {
  readonly kind: 'sequence';
  /** As it stands in the text. */
  readonly source: string;
  readonly content:
    | { readonly kind: 'expression'; readonly expression: HclExpression }
    | { readonly kind: 'directive'; readonly keyword: string };
  /** `~` at its start or end: blanks around it go. */
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
  readonly startsLine: boolean;
}

export function templateOf(parts: readonly TemplatePart[], at: Stretch): HclTemplate {
  const segments: Segment[] = [];
  const holes: HclHole[] = [];
  const directives: HclDirective[] = [];
  const texts: string[] = [];
  let length = 0;
  for (const part of trimmed(parts)) {
    if (part.kind === 'sequence' && part.content.kind === 'directive') {
      directives.push({ keyword: part.content.keyword, start: part.start, end: part.end });
      continue;
    }
    const text = part.kind === 'text' ? part.value : part.source;
    const own =
      part.kind === 'text' ? part.segments : [{ guest: 0, host: part.start, length: text.length }];
    for (const it of own) append(segments, { ...it, guest: it.guest + length });
    if (part.kind === 'sequence' && part.content.kind === 'expression') {
      const { expression } = part.content;
      holes.push({ expression, start: length, end: length + text.length });
    }
    texts.push(text);
    length += text.length;
  }
  const { start, end } = at;
  return { kind: 'template', text: texts.join(''), segments, holes, directives, start, end };
}

function append(segments: Segment[], segment: Segment): void {
  const last = segments.at(-1);
  const isNext =
    last?.guest !== undefined &&
    last.guest + last.length === segment.guest &&
    last.host + last.length === segment.host;
  if (last && isNext)
    segments[segments.length - 1] = { ...last, length: last.length + segment.length };
  else if (segment.length > 0) segments.push(segment);
}

/** `<<-`: takes away the indentation that all lines share; lines of blanks alone do not count. */
export function flushed(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  let shared = Number.POSITIVE_INFINITY;
  for (const part of parts) shared = Math.min(shared, ...indentationOf(part));
  if (shared === Number.POSITIVE_INFINITY || shared === 0) return parts;
  return parts.map(part =>
    part.kind === 'text' && indentationOf(part).length > 0 ? sliced(part, shared) : part,
  );
}

function indentationOf(part: TemplatePart): readonly number[] {
  if (!part.startsLine) return [];
  if (part.kind === 'sequence') return [0];
  const { value } = part;
  const width = spaces(value);
  return width === value.length && value.endsWith('\n') ? [] : [width];
}

function trimmed(parts: readonly TemplatePart[]): readonly TemplatePart[] {
  const result = [...parts];
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'text') continue;
    if (part.trimsBefore) trimNeighbours(result, index, -1);
    if (part.trimsAfter) trimNeighbours(result, index, 1);
  }
  return result;
}

/** Heredocs have a part for each line, so blanks may go on in the next one. */
function trimNeighbours(parts: TemplatePart[], from: number, step: 1 | -1): void {
  for (let index = from + step; ; index += step) {
    const part = parts[index];
    if (part?.kind !== 'text') return;
    const kept =
      step > 0 ? sliced(part, spaces(part.value)) : sliced(part, 0, lengthWithoutTail(part.value));
    parts[index] = kept;
    if (kept.value !== '') return;
  }
}

function spaces(text: string): number {
  let width = 0;
  while (width < text.length && isSpace(text.charCodeAt(width))) width += 1;
  return width;
}

function lengthWithoutTail(text: string): number {
  let length = text.length;
  while (length > 0 && isSpace(text.charCodeAt(length - 1))) length -= 1;
  return length;
}

function sliced(part: TextPart, start: number, end = part.value.length): TextPart {
  const segments = part.segments.flatMap(({ guest, host, length }) => {
    const from = Math.max(guest, start);
    const to = Math.min(guest + length, end);
    return from < to ? [{ guest: from - start, host: host + from - guest, length: to - from }] : [];
  });
  return { ...part, value: part.value.slice(start, end), segments };
}
