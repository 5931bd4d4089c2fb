//! Functions inside expressions, and parameters.

import { parseItems } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import {
  closingOf,
  isAtLineEnd,
  isSymbol,
  isWord,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  takeWord,
  textAt,
  within,
} from './reader.ts';
import type { Code, CodeFunction, CodeParameter, Statement } from './tree.ts';

/** Python's `lambda a, b: c`. */
export function parseLambda(reader: Reader): CodeFunction | undefined {
  const from = reader.at;
  if (reader.grammar.namedArgument !== '=' || !takeWord(reader, 'lambda')) return undefined;
  const parameters: CodeParameter[] = [];
  while (peek(reader) && !isSymbol(reader, ':') && !isAtLineEnd(reader)) {
    const at = reader.at;
    const isRest = take(reader, '*') || take(reader, '**');
    const name = takeName(reader);
    const fallback = take(reader, '=') ? { fallback: parseExpression(reader) } : {};
    const stretch = stretchFrom(reader, at);
    if (name !== undefined) parameters.push({ name, members: [], isRest, ...fallback, ...stretch });
    if (!take(reader, ',')) break;
  }
  take(reader, ':');
  const body = [returned(reader)];
  return { kind: 'function', parameters, body, ...stretchFrom(reader, from) };
}

/** `function name(…) {…}`, Go's `func(…) T {…}`. */
export function parseFunctionWord(reader: Reader): CodeFunction | undefined {
  const from = reader.at;
  const isAsync = isWord(reader, 'async') && isWord(reader, 'function', 1);
  const start = reader.at + (isAsync ? 1 : 0);
  const word = reader.tokens[start];
  if (word?.kind !== 'name' || !/^(?:function|func)$/.test(word.text)) return undefined;
  if (!reader.grammar.keywords.has(word.text)) return undefined;
  reader.at = start + 1;
  take(reader, '*');
  takeName(reader);
  if (!isSymbol(reader, '(')) {
    reader.at = from + 1;
    return { kind: 'function', parameters: [], body: [], ...stretchFrom(reader, from) };
  }
  const parameters = parseParameters(reader);
  passToBrace(reader);
  const body = isSymbol(reader, '{') ? reader.grammar.blockOf(reader) : [];
  return { kind: 'function', parameters, body, ...stretchFrom(reader, from) };
}

/** Over the type of what a function gives. */
export function passToBrace(reader: Reader): void {
  for (let token = peek(reader); token; token = peek(reader)) {
    if (token.kind === 'string' || token.indent !== undefined) return;
    if (token.kind === 'symbol' && /^(?:[{;)},]|=>|=)$/.test(token.text)) return;
    reader.at =
      isSymbol(reader, '(') || isSymbol(reader, '[') ? closingOf(reader) + 1 : reader.at + 1;
  }
}

/** `(a, b) => c`, `a => {…}`, `async (a) => …`, Java's `a -> b`. */
export function parseArrow(reader: Reader): CodeFunction | undefined {
  const { arrow } = reader.grammar;
  if (arrow === undefined) return undefined;
  const from = reader.at;
  const isAsync = isWord(reader, 'async') && peek(reader, 1)?.indent === undefined ? 1 : 0;
  const start = reader.at + isAsync;
  const first = reader.tokens[start];
  if (first?.kind === 'name' && isSymbol(reader, arrow, isAsync + 1)) {
    reader.at = start + 2;
    const { start: at, end, text: name } = first;
    const only: CodeParameter = { name, members: [], isRest: false, start: at, end };
    return arrowBody(reader, [only], from);
  }
  if (first?.kind !== 'symbol' || first.text !== '(') return undefined;
  const close = closingOf(reader, start);
  const arrowAt = arrowBehind(reader, close, arrow);
  if (arrowAt === undefined) return undefined;
  reader.at = start;
  const parameters = parseParameters(reader);
  reader.at = arrowAt + 1;
  return arrowBody(reader, parameters, from);
}

/** Types of TypeScript between the bracket and the arrow. */
const RETURN_TYPE_MAX = 24;

function arrowBehind(reader: Reader, close: number, arrow: string): number | undefined {
  const next = reader.tokens[close + 1];
  if (next?.kind !== 'symbol') return undefined;
  if (next.text === arrow) return close + 1;
  if (next.text !== ':' || !reader.grammar.hasRegularExpressions) return undefined;
  for (let at = close + 2; at < close + RETURN_TYPE_MAX; at += 1) {
    const token = reader.tokens[at];
    if (!token || token.kind === 'string' || token.kind === 'literal') return undefined;
    if (token.kind === 'symbol' && token.text === arrow) return at;
    if (token.kind === 'symbol' && !/^[<>.,|&[\]{}:]$/.test(token.text)) return undefined;
  }
  return undefined;
}

function arrowBody(
  reader: Reader,
  parameters: readonly CodeParameter[],
  from: number,
): CodeFunction {
  const body = isSymbol(reader, '{') ? reader.grammar.blockOf(reader) : [returned(reader)];
  return { kind: 'function', parameters, body, ...stretchFrom(reader, from) };
}

function returned(reader: Reader): Statement {
  const value = parseExpression(reader);
  return { kind: 'stop', word: 'return', value, start: value.start, end: value.end };
}

/** `(a, b = c, ...d)`; leaves the cursor after the closing bracket. */
export const parseParameters = (reader: Reader): readonly CodeParameter[] =>
  parseItems(reader, parameter);

function parameter(reader: Reader): CodeParameter {
  const from = reader.at;
  const isRest = take(reader, '*') || take(reader, '**') || take(reader, '...');
  const members =
    isSymbol(reader, '{') || isSymbol(reader, '[') ? parseItems(reader, parameter) : [];
  const names: Code[] = [];
  // `Type name`, `name Type`, `private readonly name: Type`: types and names that follow each other.
  while (members.length === 0 && peek(reader)?.kind === 'name' && names.length < 6) {
    const word = peek(reader);
    const name = takeName(reader) ?? '';
    names.push({ kind: 'name', name, start: word?.start ?? 0, end: word?.end ?? 0 });
    if (isSymbol(reader, '<')) passType(reader);
  }
  take(reader, '?');
  const written = reader.grammar.lineEnds === 'always' ? names[0] : names.at(-1);
  const type = take(reader, ':') ? typeOf(reader) : names.find(it => it !== written);
  const fallback = take(reader, '=')
    ? within(reader, true, () => parseExpression(reader))
    : undefined;
  return {
    name: written?.kind === 'name' ? written.name : '',
    members,
    isRest,
    ...(fallback ? { fallback } : {}),
    ...(type ? { type } : {}),
    ...stretchFrom(reader, from),
  };
}

/** The name of a type, and over what it has behind it. */
function typeOf(reader: Reader): Code | undefined {
  const type = peek(reader)?.kind === 'name' ? dotted(reader) : undefined;
  passType(reader);
  return type;
}

function dotted(reader: Reader): Code | undefined {
  const from = reader.at;
  const name = takeName(reader);
  if (name === undefined) return undefined;
  let code: Code = { kind: 'name', name, ...stretchFrom(reader, from) };
  while (isSymbol(reader, '.') && peek(reader, 1)?.kind === 'name') {
    reader.at += 1;
    code = { kind: 'member', of: code, name: takeName(reader) ?? '', ...stretchFrom(reader, from) };
  }
  return code;
}

/** Over a type, up to a comma, an equals sign or the end of what is around it. */
export function passType(reader: Reader): void {
  let open = 0;
  for (let token = peek(reader); token; token = peek(reader)) {
    const text = token.kind === 'symbol' ? textAt(reader) : '';
    if (text === '<') open += 1;
    if (text === '>') open -= 1;
    if (open <= 0 && /^(?:[,=)\]};]|\)|:=|=>)$/.test(text)) return;
    if (open <= 0 && token.indent !== undefined && !reader.isInBrackets) return;
    reader.at = /^[([{]$/.test(text)
      ? Math.min(closingOf(reader) + 1, reader.tokens.length)
      : reader.at + 1;
    if (text === '>' && open <= 0 && peek(reader)?.kind === 'name') return;
  }
}
