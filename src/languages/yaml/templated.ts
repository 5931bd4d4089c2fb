//! YAML that a template engine has yet to write: `{{ … }}` of Helm and Argo, `{% … %}` of Jinja, `%{ … }` of Terraform.
//! A line that holds nothing but directives is left out, so that a condition counts as met both ways; elsewhere a directive
//! stands for a value that is not known.

import { unknownExpression } from '../../domain/literal.ts';
import { type Hole, nestedRegion, type Region, spanOf } from '../../domain/region.ts';

export interface Templated {
  /** As long as the text, with every directive replaced. */
  readonly text: string;
  /** Directives that stand for values, in order. */
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  /** What the file spells. */
  readonly source: string;
}

/** Comments may span lines, and so may everything else. */
const DIRECTIVE = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}|%\{[^}\n]*\}/g;

/** What no value is made of. */
const BLANK = /^(?:\{%|\{#|%\{|\{\{-?\s*\/\*)/;

/** Of `$` too, so that nothing in it is YAML's. */
const FILLER = '_';

export function withoutTemplates(text: string): Templated {
  if (!/\{[{%#]|%\{/.test(text)) return { text, marks: [] };
  const marks: Mark[] = [];
  let out = '';
  let from = 0;
  for (const match of text.matchAll(DIRECTIVE)) {
    const [source] = match;
    const start = match.index;
    const end = start + source.length;
    out += text.slice(from, start);
    from = end;
    const isBlank = BLANK.test(source) || isAlone(text, start, end);
    out += isBlank ? source.replace(/[^\r\n]/g, ' ') : filled(source);
    if (!isBlank) marks.push({ start, end, source });
  }
  return { text: out + text.slice(from), marks };
}

/** `{{ … }}` on several lines is one value all the same. */
const filled = (source: string): string => {
  const lineEnd = source.search(/[\r\n]/);
  if (lineEnd < 0) return FILLER.repeat(source.length);
  return FILLER.repeat(lineEnd) + source.slice(lineEnd).replace(/[^\r\n]/g, ' ');
};

/** Whether its lines hold nothing but it and other directives. */
function isAlone(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const feed = text.indexOf('\n', end);
  const line = text.slice(lineStart, feed < 0 ? text.length : feed);
  return line.replace(DIRECTIVE, '').trim() === '';
}

/** The region of a scalar of such a text, its directives as holes. `host`: the text, where it is a guest of a file itself. */
export function withMarks(region: Region, marks: readonly Mark[], host?: Region): Region {
  const holes = marks.length === 0 ? [] : holesOf(region, marks, host);
  const placed = host ? nestedRegion(host, region) : region;
  if (holes.length === 0) return placed;
  return { ...placed, holes: [...placed.holes, ...holes].toSorted((a, b) => a.start - b.start) };
}

/** Marks and segments are both in order of their places. */
function holesOf(region: Region, marks: readonly Mark[], host: Region | undefined): Hole[] {
  const holes: Hole[] = [];
  let first = 0;
  for (const { guest, host: place, length } of region.segments) {
    while (first < marks.length && (marks[first]?.end ?? 0) <= place) first += 1;
    for (let index = first; index < marks.length; index += 1) {
      const mark = marks[index];
      if (!mark || mark.start >= place + length) break;
      const from = Math.max(mark.start, place);
      const to = Math.min(mark.end, place + length);
      const shown = mark.source.replace(/\s+/g, ' ').slice(0, 60);
      const at = host ? spanOf(host, from, to) : { ...region.at, start: from, end: to };
      const expression = unknownExpression({ kind: 'not-evaluated', text: shown }, at);
      holes.push({ start: guest + from - place, end: guest + to - place, expression });
    }
  }
  return holes;
}
