//! Quoted strings, templates without quotes, and the sequences `${ … }` and `%{ … }` in them.

import { CODE } from './characters.ts';
import { checkDirectives, readDirective } from './directive.ts';
import { readEscape } from './escape.ts';
import { readExpression } from './expression.ts';
import { acrossLines, codeAt, newReader, next, type Reader, report } from './reader.ts';
import { type SequencePart, type TemplatePart, templateOf } from './template-part.ts';
import {
  collected,
  collectorAt,
  isEscapedSequence,
  isSequence,
  takeDecoded,
  takeVerbatim,
} from './text-collector.ts';
import type { HclError, HclTemplate } from './tree.ts';

/** Stands on the opening quote. A string ends with its line, closed or not. */
export function readQuoted(reader: Reader): HclTemplate {
  const start = reader.position;
  reader.position += 1;
  const parts: TemplatePart[] = [];
  for (;;) {
    parts.push(...readQuotedText(reader));
    const code = codeAt(reader, reader.position);
    if (code === CODE.quote) {
      reader.position += 1;
      break;
    }
    if (!isSequence(reader.text, reader.position) || reader.position >= reader.end) {
      report(reader, 'the string has no end', start);
      break;
    }
    parts.push(readSequence(reader, false, true));
  }
  return checkedTemplate(reader, parts, start);
}

export function checkedTemplate(
  reader: Reader,
  parts: readonly TemplatePart[],
  start: number,
): HclTemplate {
  const template = templateOf(parts, { start, end: reader.position });
  checkDirectives(reader, template.directives);
  return template;
}

function readQuotedText(reader: Reader): readonly TemplatePart[] {
  const { text } = reader;
  const collector = collectorAt(text, reader.position);
  for (;;) {
    const { position } = reader;
    const code = codeAt(reader, position);
    if (code === CODE.backslash) {
      takeVerbatim(collector, position);
      const decoded = readEscape(text, position);
      if (!decoded.isValid) report(reader, 'an unknown escape');
      reader.position = Math.min(position + decoded.length, reader.end);
      takeDecoded(collector, decoded.value, reader.position);
    } else if (isEscapedSequence(text, position)) {
      takeVerbatim(collector, position + 1);
      collector.from = position + 2;
      reader.position += 3;
    } else if (position >= reader.end || isTextEnd(code) || isSequence(text, position)) {
      takeVerbatim(collector, position);
      return collected(collector, false);
    } else reader.position += 1;
  }
}

const isTextEnd = (code: number): boolean => code === CODE.quote || code === CODE.lineFeed;

/** Stands on `${` or `%{`. */
export function readSequence(reader: Reader, startsLine: boolean, isQuoted: boolean): SequencePart {
  const start = reader.position;
  const isDirective = codeAt(reader, start) === CODE.percent;
  reader.position += 2;
  const trimsBefore = passTilde(reader);
  return acrossLines(reader, () => {
    const content: SequencePart['content'] = isDirective
      ? { kind: 'directive', keyword: readDirective(reader) }
      : { kind: 'expression', expression: readExpression(reader) };
    next(reader);
    const trimsAfter = passTilde(reader);
    if (next(reader) === CODE.braceClose) reader.position += 1;
    else passBrokenSequence(reader, start, isQuoted);
    const end = reader.position;
    const source = reader.text.slice(start, end);
    return { kind: 'sequence', source, content, trimsBefore, trimsAfter, startsLine, start, end };
  });
}

function passTilde(reader: Reader): boolean {
  if (codeAt(reader, reader.position) !== CODE.tilde) return false;
  reader.position += 1;
  return true;
}

/** Goes on after its brace, or at the end of the string or line. */
function passBrokenSequence(reader: Reader, start: number, isQuoted: boolean): void {
  report(reader, `\`${reader.text.slice(start, start + 2)}\` is not closed`, start);
  while (reader.position < reader.end) {
    const code = codeAt(reader, reader.position);
    if (code === CODE.lineFeed || (isQuoted && code === CODE.quote)) return;
    reader.position += 1;
    if (code === CODE.braceClose) return;
  }
}

/** What stands outside of sequences up to `end`, without escapes: heredocs, and strings of the JSON syntax. */
export function readBareText(
  reader: Reader,
  end: number,
  startsLine: boolean,
): readonly TemplatePart[] {
  const { text } = reader;
  const collector = collectorAt(text, reader.position);
  while (reader.position < end && !isSequence(text, reader.position)) {
    if (isEscapedSequence(text, reader.position)) {
      takeVerbatim(collector, reader.position + 1);
      reader.position += 3;
      collector.from = reader.position - 1;
    } else reader.position += 1;
  }
  reader.position = Math.min(reader.position, end);
  takeVerbatim(collector, reader.position);
  return collected(collector, startsLine);
}

export interface HclTemplateText {
  readonly template: HclTemplate;
  readonly errors: readonly HclError[];
}

/** The whole text as a template: what a string of a `.tf.json` file holds. Never throws. */
export function parseTemplate(text: string): HclTemplateText {
  const reader = newReader(text, false);
  reader.position = 0;
  const parts: TemplatePart[] = [];
  while (reader.position < reader.end) {
    parts.push(...readBareText(reader, reader.end, false));
    if (reader.position < reader.end) parts.push(readSequence(reader, false, false));
  }
  const template = checkedTemplate(reader, parts, 0);
  return { template, errors: reader.errors };
}
