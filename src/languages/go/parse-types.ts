//! Types of Go, and parameters: a name, then a type.

import { parseItems } from '../source-code/parse-arguments.ts';
import {
  closingOf,
  isAtLineEnd,
  isSymbol,
  peek,
  type Reader,
  stretchFrom,
  take,
  takeName,
  textAt,
} from '../source-code/reader.ts';
import type { Code, CodeParameter } from '../source-code/tree.ts';

/** The name of a type, `*public.Client` too; passed to the end of what it is. */
export function typeCode(reader: Reader): Code | undefined {
  while (isSymbol(reader, '*') || isSymbol(reader, '&')) reader.at += 1;
  if (
    peek(reader)?.kind === 'name' &&
    !/^(?:map|chan|func|struct|interface)$/.test(textAt(reader))
  ) {
    const from = reader.at;
    const token = peek(reader);
    const name = takeName(reader) ?? '';
    let code: Code = { kind: 'name', name, start: token?.start ?? 0, end: token?.end ?? 0 };
    while (isSymbol(reader, '.') && peek(reader, 1)?.kind === 'name') {
      reader.at += 1;
      code = {
        kind: 'member',
        of: code,
        name: takeName(reader) ?? '',
        ...stretchFrom(reader, from),
      };
    }
    passRest(reader);
    return code;
  }
  passRest(reader);
  return undefined;
}

/** Over what else a type has, up to the value or the end of the line. */
export function passRest(reader: Reader): void {
  while (peek(reader) && !isAtLineEnd(reader) && !/^[=;,)}]$/.test(textAt(reader))) {
    const isOpening = peek(reader)?.kind === 'symbol' && /^[([{]$/.test(textAt(reader));
    reader.at = isOpening ? Math.min(closingOf(reader) + 1, reader.tokens.length) : reader.at + 1;
  }
}

/** `(a, b string, c ...*T)`; leaves the cursor after the closing bracket. */
export function goParameters(reader: Reader): readonly CodeParameter[] {
  const all = parseItems(reader, parameter);
  // `a, b string`: the type stands behind the last of them.
  return all.map((it, index) => {
    const type = all.slice(index).find(other => other.type)?.type;
    return type ? { ...it, type } : it;
  });
}

function parameter(reader: Reader): CodeParameter {
  const from = reader.at;
  const name = peek(reader)?.kind === 'name' ? (takeName(reader) ?? '') : '';
  const isRest = take(reader, '...');
  const type = isSymbol(reader, ',') || isSymbol(reader, ')') ? undefined : typeCode(reader);
  return { name, members: [], isRest, ...(type ? { type } : {}), ...stretchFrom(reader, from) };
}
