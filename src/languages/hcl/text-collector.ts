//! The text between the sequences of a template, decoded, with the places of what stands there as it is.

import type { Segment } from '../../domain/region.ts';
import { CODE } from './characters.ts';
import type { TextPart } from './template-part.ts';

export interface TextCollector {
  readonly text: string;
  readonly pieces: string[];
  readonly segments: Segment[];
  length: number;
  /** Where the stretch that is not collected yet begins. */
  from: number;
}

export const collectorAt = (text: string, from: number): TextCollector => ({
  text,
  pieces: [],
  segments: [],
  length: 0,
  from,
});

/** Takes the stretch up to `end` as it stands. */
export function takeVerbatim(collector: TextCollector, end: number): void {
  const { from, text } = collector;
  if (end <= from) return;
  const length = end - from;
  collector.segments.push({ guest: collector.length, host: from, length });
  collector.pieces.push(text.slice(from, end));
  collector.length += length;
  collector.from = end;
}

/** Takes `value` for the escape from where the collector stands up to `end`. */
export function takeDecoded(collector: TextCollector, value: string, end: number): void {
  collector.pieces.push(value);
  collector.length += value.length;
  collector.from = end;
}

/** Empty when there was no text. */
export function collected(collector: TextCollector, startsLine: boolean): readonly TextPart[] {
  if (collector.length === 0) return [];
  const { segments } = collector;
  return [{ kind: 'text', value: collector.pieces.join(''), segments, startsLine }];
}

/** `$${` and `%%{` stand for `${` and `%{`. */
export const isEscapedSequence = (text: string, position: number): boolean =>
  isSigil(text.charCodeAt(position)) &&
  text.charCodeAt(position + 1) === text.charCodeAt(position) &&
  text.charCodeAt(position + 2) === CODE.braceOpen;

export const isSequence = (text: string, position: number): boolean =>
  isSigil(text.charCodeAt(position)) && text.charCodeAt(position + 1) === CODE.braceOpen;

const isSigil = (code: number): boolean => code === CODE.dollar || code === CODE.percent;
