//! Words of an instruction, without quotes, with their variables: `ENV A="b $C"`.
//! Source: https://docs.docker.com/reference/dockerfile/#environment-replacement

import type { Expression } from '../../domain/expression.ts';
import { literal, template, text as textOf } from '../../domain/literal.ts';
import {
  type Hole,
  nestedRegion,
  type Region,
  type Segment,
  spanOf,
  subRegion,
} from '../../domain/region.ts';
import { parseJson } from '../../languages/json/parse.ts';

/** Apart by white space; quotes and what the escaping character protects are kept together. */
export function wordsOf(region: Region, escaping: string): readonly Region[] {
  const { text } = region;
  const words: Region[] = [];
  let start = -1;
  let quote = '';
  for (let at = 0; at <= text.length; at += 1) {
    const letter = text.charAt(at);
    const isEnd = at === text.length || (quote === '' && /\s/.test(letter));
    if (isEnd) {
      if (start >= 0) words.push(subRegion(region, start, at));
      start = -1;
      continue;
    }
    if (start < 0) start = at;
    if (letter === escaping && quote !== "'") at += 1;
    else if (letter === quote) quote = '';
    else if (quote === '' && (letter === '"' || letter === "'")) quote = letter;
  }
  return words;
}

interface Draft {
  text: string;
  readonly segments: Segment[];
  readonly holes: Hole[];
}

/** What Docker makes of a word. */
export function wordValue(word: Region, escaping: string): Expression {
  const draft: Draft = { text: '', segments: [], holes: [] };
  const { text } = word;
  let quote = '';
  let at = 0;
  while (at < text.length) {
    const letter = text.charAt(at);
    if (letter === quote || (quote === '' && (letter === '"' || letter === "'"))) {
      quote = letter === quote ? '' : letter;
      at += 1;
      continue;
    }
    const isEscaped = letter === escaping && quote !== "'" && at + 1 < text.length;
    if (isEscaped) at += 1;
    const length = isEscaped || quote === "'" ? 0 : addVariable(draft, word, at, escaping);
    if (length === 0) copy(draft, text, at, at + 1);
    at += Math.max(length, 1);
  }
  const { holes } = draft;
  return template({ ...nestedRegion(word, draft), holes });
}

function copy(draft: Draft, text: string, start: number, end: number): void {
  const last = draft.segments.at(-1);
  const guest = draft.text.length;
  if (last && last.host + last.length === start && last.guest + last.length === guest) {
    draft.segments[draft.segments.length - 1] = { ...last, length: last.length + end - start };
  } else draft.segments.push({ guest, host: start, length: end - start });
  draft.text += text.slice(start, end);
}

const VARIABLE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\})/y;

/** How long it is; 0 when none stands there. */
function addVariable(draft: Draft, word: Region, start: number, escaping: string): number {
  VARIABLE.lastIndex = start;
  const match = VARIABLE.exec(word.text);
  if (!match) return 0;
  const end = start + match[0].length;
  const at = spanOf(word, start, end);
  const name = match[1] ?? match[2] ?? '';
  const operand = match[4] ?? '';
  const operandAt = end - 1 - operand.length;
  const other = (): Expression =>
    operand === '' ? literal('', at) : wordValue(subRegion(word, operandAt, end - 1), escaping);
  const reference: Expression = { kind: 'reference', space: 'variable', name, at };
  const operator = match[3]?.replace(':', '');
  const expression: Expression =
    operator === '-'
      ? { ...reference, otherwise: other() }
      : operator === '+'
        ? { kind: 'choice', options: [other(), literal('', at)], at }
        : reference;
  const guest = draft.text.length;
  copy(draft, word.text, start, end);
  draft.holes.push({ start: guest, end: guest + end - start, expression });
  return end - start;
}

/** `["az", "login"]`, each with its place; `undefined` for what is no list of strings. */
export function listOf(region: Region): readonly Region[] | undefined {
  if (!region.text.startsWith('[')) return undefined;
  const { root, errors } = parseJson(region.text);
  if (root?.kind !== 'array' || errors.length > 0) return undefined;
  const strings = root.items.flatMap(it => (it.kind === 'string' ? [it] : []));
  if (strings.length < root.items.length) return undefined;
  return strings.map(({ value, segments, start, end }) => {
    const inner = nestedRegion(region, { text: value, segments });
    return segments.length > 0 ? inner : { ...inner, at: spanOf(region, start, end) };
  });
}

/** Words of `COPY`, `ADD`: a list, or apart by white space. */
export const pathsIn = (region: Region, escaping: string): readonly Expression[] =>
  listOf(region)?.map(textOf) ?? wordsOf(region, escaping).map(it => wordValue(it, escaping));
