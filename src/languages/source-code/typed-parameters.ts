//! Parameters of C# and Java: a type, then a name.

import { parseItems } from './parse-arguments.ts';
import { parseExpression } from './parse-expression.ts';
import { isSymbol, peek, type Reader, stretchFrom, take, textAt, within } from './reader.ts';
import type { Code, CodeParameter } from './tree.ts';
import { skipAttributes } from './typed-statements.ts';
import { isSymbolAt, typeEnd } from './typed-types.ts';

const MODIFIERS: ReadonlySet<string> = new Set(
  'final this ref out in params readonly scoped required'.split(' '),
);

/** `(final A a, B? b = c, D... d)`; leaves the cursor after the closing bracket. */
export const typedParameters = (reader: Reader): readonly CodeParameter[] =>
  parseItems(reader, parameter);

function parameter(reader: Reader): CodeParameter {
  skipAttributes(reader);
  while (MODIFIERS.has(textAt(reader)) && !isSymbol(reader, ',', 1) && !isSymbol(reader, ')', 1))
    reader.at += 1;
  const from = reader.at;
  const end = typeEnd(reader, from) ?? from;
  const name = reader.tokens[end];
  const isRest = end > from && isSymbolAt(reader, end - 1, '...');
  const type = typeCode(reader, from, end);
  reader.at = name?.kind === 'name' ? end + 1 : Math.max(end, from + 1);
  const fallback = take(reader, '=')
    ? within(reader, true, () => parseExpression(reader))
    : undefined;
  return {
    name: name?.kind === 'name' ? name.text : '',
    members: [],
    isRest,
    ...(fallback ? { fallback } : {}),
    ...(type ? { type } : {}),
    ...stretchFrom(reader, from),
  };
}

/** The names of the type, without what is in its angles; `undefined` where it says nothing. */
export function typeCode(reader: Reader, from: number, end: number): Code | undefined {
  let code: Code | undefined;
  for (let at = from; at < end; at += 2) {
    const token = reader.tokens[at];
    if (token?.kind !== 'name') break;
    const { text: name, start, end: stop } = token;
    code = code
      ? { kind: 'member', of: code, name, start: code.start, end: stop }
      : { kind: 'name', name, start, end: stop };
    if (!isSymbolAt(reader, at + 1, '.')) break;
  }
  return code?.kind === 'name' && /^(?:var|dynamic)$/.test(code.name) ? undefined : code;
}

/** Words in front of a declaration, passed. */
export function passModifiers(reader: Reader): boolean {
  const from = reader.at;
  while (isModifier(reader)) {
    reader.at += 1;
    skipAttributes(reader);
  }
  return reader.at > from;
}

const WORDS: ReadonlySet<string> = new Set(
  'public private protected internal static final abstract sealed virtual override readonly const async unsafe extern partial volatile transient synchronized native strictfp required file event implicit explicit ref scoped'.split(
    ' ',
  ),
);

/** `new` in front of a member hides another; `default` in an interface of Java. */
function isModifier(reader: Reader): boolean {
  if (peek(reader)?.kind !== 'name') return false;
  const text = textAt(reader);
  if (!WORDS.has(text)) return /^(?:new|default)$/.test(text) && WORDS.has(textAt(reader, 1));
  if (text === 'synchronized' && isSymbol(reader, '(', 1)) return false;
  const next = peek(reader, 1);
  return next?.kind === 'name' || (next?.kind === 'symbol' && /^[[(<{]$/.test(next.text));
}
