//! Expressions of just: strings, variables, what commands print, and those put together.
//! Source: https://just.systems/man/en/expressions-and-substitutions.html

import type { Expression } from '../../domain/expression.ts';
import { literal, text, unknownExpression } from '../../domain/literal.ts';
import { type Region, spanOf, subRegion } from '../../domain/region.ts';
import type { Span } from '../../domain/span.ts';
import type { Stretch } from './parse.ts';

/** Parts with `+` and `/` between them; the rest of what just can compute is not worked out. */
export function valueIn(stretch: Stretch, region: Region): Expression {
  const at = spanOf(region, stretch.start, stretch.end);
  const spelled = region.text.slice(stretch.start, stretch.end);
  if (/^\s*if\b/.test(spelled)) return conditional(spelled, at);
  const parts: Expression[] = [];
  let position = stretch.start;
  while (position < stretch.end) {
    const gap = /^[\s\\]*/.exec(region.text.slice(position, stretch.end))?.[0].length ?? 0;
    position += gap;
    const letter = region.text.charAt(position);
    if (position >= stretch.end || letter === '#') break;
    if (letter === '+' || letter === '/') {
      if (letter === '/') parts.push(literal('/', at));
      position += 1;
      continue;
    }
    const found = termAt({ start: position, end: stretch.end }, region);
    if (!found) return notEvaluated(spelled, at);
    parts.push(found.value);
    position = found.end;
  }
  const [only, ...others] = parts;
  if (!only) return literal('', at);
  return others.length === 0 ? only : { kind: 'join', parts, at };
}

/** The texts of its two ways, when they are no more than texts. */
function conditional(spelled: string, at: Span): Expression {
  const texts = [...spelled.matchAll(/\{\s*(["'])([^"'{}]*)\1\s*\}/g)].map(it => it[2] ?? '');
  return texts.length > 1
    ? { kind: 'choice', options: texts.map(it => literal(it, at)), at }
    : notEvaluated(spelled, at);
}

interface Term {
  readonly value: Expression;
  readonly end: number;
}

const STRING = /(?:x|f)?("""|'''|```|["'`])/y;
const CALL = /([a-z_]\w*)\(([^()]*)\)/y;
const NAME = /[A-Za-z_][\w-]*/y;

function termAt(stretch: Stretch, region: Region): Term | undefined {
  const { text: all } = region;
  STRING.lastIndex = stretch.start;
  const quote = STRING.exec(all);
  if (quote?.[1] !== undefined) return quoted(quote[0].length, quote[1], stretch, region);
  CALL.lastIndex = stretch.start;
  const call = CALL.exec(all);
  if (call) {
    const end = stretch.start + call[0].length;
    const at = spanOf(region, stretch.start, end);
    return { value: called(call[1] ?? '', call[2] ?? '', at), end };
  }
  NAME.lastIndex = stretch.start;
  const name = NAME.exec(all)?.[0];
  if (name === undefined) return undefined;
  const end = stretch.start + name.length;
  const at = spanOf(region, stretch.start, end);
  return { value: { kind: 'reference', space: 'variable', name, at }, end };
}

/** A backtick is a command; escapes are rare, and make a text that is not worked out. */
function quoted(head: number, quote: string, stretch: Stretch, region: Region): Term | undefined {
  const start = stretch.start + head;
  const close = region.text.indexOf(quote, start);
  if (close < 0) return undefined;
  const inside = subRegion(region, start, close);
  const end = close + quote.length;
  if (quote.startsWith('`')) {
    const { at } = inside;
    const of = [{ kind: 'script' as const, language: 'bash', source: text(inside), at }];
    return { value: { kind: 'output', of, at }, end };
  }
  const isEscaped = quote.startsWith('"') && inside.text.includes('\\');
  return { value: isEscaped ? notEvaluated(inside.text, inside.at) : text(inside), end };
}

const ENVIRONMENT = /^(?:env|env_var|env_var_or_default)$/;

function called(name: string, args: string, at: Span): Expression {
  const [variable, fallback] = [...args.matchAll(/(["'])(.*?)\1/g)].map(it => it[2] ?? '');
  if (ENVIRONMENT.test(name) && variable !== undefined) {
    const reference = { kind: 'reference', space: 'variable', name: variable, at } as const;
    return fallback === undefined ? reference : { ...reference, otherwise: literal(fallback, at) };
  }
  if (/^(?:justfile_directory|source_directory)$/.test(name)) {
    return { kind: 'call', name: 'module-folder', args: [], at };
  }
  return notEvaluated(`${name}(${args})`, at);
}

const notEvaluated = (spelled: string, at: Span): Expression =>
  unknownExpression({ kind: 'not-evaluated', text: spelled.trim().slice(0, 60) }, at);
